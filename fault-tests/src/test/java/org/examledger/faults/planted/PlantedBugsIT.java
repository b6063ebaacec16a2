package org.examledger.faults.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.examledger.endtoend.service.Launch;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.check.Verdict;
import org.examledger.faults.list.Fault;
import org.examledger.faults.list.Scene;
import org.examledger.faults.list.Seed;
import org.examledger.faults.list.Size;
import org.examledger.faults.list.Trial;
import org.examledger.faults.load.Exam.Seat;
import org.examledger.faults.record.Completion;
import org.examledger.faults.record.Kind;
import org.examledger.faults.record.Outcome;
import org.examledger.faults.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Mistakes that are put into services on purpose are found under load. The last one costs a service its life. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlantedBugsIT {
    private static final long SEED = Seed.next();
    private static final Path SWITCHES = Stage.freshFolder().resolve("switches");
    private static final Launch PLANTED = Launch.with("--" + Plant.FOLDER + "=" + SWITCHES)
            .plantedWith(Path.of("target", "test-classes").toAbsolutePath());
    private static final Stage STAGE = Stage.open(List.of(PLANTED, PLANTED), SEED);

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static void isFound(Planted fault, String invariant, String because) throws Exception {
        var trial = Trial.of(fault, STAGE, Size.SMALL, SEED);
        assertThat(trial.verdict().kind()).as("%s", trial).isEqualTo(Verdict.Kind.VIOLATED);
        assertThat(trial.verdict().reasons())
                .as("%s", trial)
                .anySatisfy(
                        reason -> assertThat(reason).startsWith(invariant + " ").contains(because));
    }

    @Test
    @Order(1)
    void an_event_that_a_read_model_skipped_is_found() throws Exception {
        isFound(
                new Planted() {
                    @Override
                    public void afterwards(Scene scene) {
                        var seat = scene.exam().seats().getFirst();
                        var epoch = ok(scene, Kind.START, seat, 0, 0, 0).epoch();
                        Plant.SKIP_ONE_EVENT.switchOn(SWITCHES);
                        ok(scene, Kind.ANSWER, seat, 0, epoch, 1);
                    }
                },
                "I6",
                "session_answer does not hold");
        assertThat(Plant.SKIP_ONE_EVENT.isOn(SWITCHES)).isFalse();
    }

    @Test
    @Order(2)
    void a_refusal_out_of_a_stale_cache_is_found() throws Exception {
        isFound(
                new Planted() {
                    @Override
                    public void afterwards(Scene scene) {
                        var handedIn = scene.exam().seats().get(1);
                        ok(scene, Kind.HEARTBEAT, handedIn, 0, 1, 0);
                        ok(scene, Kind.REOPEN, handedIn, 1, 0, 0);
                        Plant.STALE_NO_OP.switchOn(SWITCHES);
                        var asked = scene.teller().ask(Kind.START, handedIn, 0, 0, 0, List.of(), 0);
                        assertThat(scene.teller().once(asked, 0).code()).isEqualTo("session-closed");
                        Plant.STALE_NO_OP.switchOff(SWITCHES);
                    }
                },
                "I5",
                "was refused for what was not so");
    }

    @Test
    @Order(3)
    void an_acknowledgement_before_the_commit_is_found() throws Exception {
        isFound(
                new Planted() {
                    @Override
                    public void strike(Scene scene) {
                        var victim = STAGE.first().service();
                        Plant.ACK_BEFORE_COMMIT.switchOn(SWITCHES);
                        var switchedOn = System.nanoTime();
                        scene.await(() -> storedThrough(scene, 0, switchedOn) >= 3, "nobody stores anything");
                        victim.kill();
                        Plant.ACK_BEFORE_COMMIT.switchOff(SWITCHES);
                    }
                },
                "I1",
                "was acknowledged");
    }

    /** Answers that were asked for at a door since a moment, and acknowledged. */
    private static long storedThrough(Scene scene, int door, long since) {
        return scene.teller().record().operations().stream()
                .filter(it -> it.isOk() && it.kind() == Kind.ANSWER)
                .filter(it -> it.invocation().door() == door && it.invocation().at() >= since)
                .count();
    }

    private static Completion ok(Scene scene, Kind kind, Seat seat, int door, int epoch, int question) {
        var options = question == 0 ? List.<Integer>of() : List.of(2);
        var completion = scene.teller()
                .untilKnown(scene.teller().ask(kind, seat, epoch, question == 0 ? 0 : 1, question, options, 0), door);
        assertThat(completion.outcome()).as("%s: %s", kind, completion).isEqualTo(Outcome.OK);
        return completion;
    }

    /** A mistake instead of a fault. */
    private interface Planted extends Fault {
        @Override
        default int number() {
            return 0;
        }

        @Override
        default String title() {
            return "a planted mistake";
        }

        @Override
        default void strike(Scene scene) {}

        @Override
        default List<Evidence> evidence(Scene scene) {
            return List.of(new Evidence(true, "it was switched on"));
        }
    }
}
