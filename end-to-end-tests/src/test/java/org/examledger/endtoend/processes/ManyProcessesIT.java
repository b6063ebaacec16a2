package org.examledger.endtoend.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;
import static org.examledger.endtoend.http.ContractAssertions.isReceipt;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ChangePage;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.examlog.TestSeed;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.replay.EventFold;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A session belongs to no process. The last test ends one of the processes, which the others need. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ManyProcessesIT {
    private static final int CLICKS = 160;
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(10);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

    private static final Processes PROCESSES = Processes.start();

    private final long seed = TestSeed.of(ManyProcessesIT.class);
    private TinyExam exam;
    private SessionClient here;
    private SessionClient there;
    private long epoch;

    @AfterAll
    static void stop() {
        PROCESSES.close();
    }

    @BeforeEach
    void begin() {
        exam = TinyExam.locked(PROCESSES.there(), 1);
        here = Processes.through(PROCESSES.here(), exam.session());
        there = Processes.through(PROCESSES.there(), exam.session());
        epoch = exam.start().epoch();
    }

    @Test
    @Order(1)
    void a_repeat_is_a_duplicate_whichever_process_it_reaches() {
        for (var round = 1; round <= 20; round++) {
            var writer = round % 2 == 0 ? here : there;
            var other = round % 2 == 0 ? there : here;
            var click = answer(epoch, 10L * round, 11, 1 + round % 4);
            var first = isReceipt(writer.answer(click), "stored");

            var again = isReceipt(other.answer(click), "duplicate");
            assertThat(again.first()).isEqualTo("stored");
            assertThat(again.position()).isEqualTo(first.position());
            assertThat(again.sequence()).isEqualTo(first.sequence());

            var late = answer(epoch, 10L * round - 1, 11, 4);
            isReceipt(other.answer(late), "superseded");
            assertThat(isReceipt(writer.answer(late), "duplicate").first()).isEqualTo("superseded");
            isProblem(other.answer(answer(epoch, 10L * round, 12, 2)), "command-reused");
            isProblem(writer.turnTo(new ChangePage(epoch, 10L * round - 1, 2, null)), "command-reused");
        }
    }

    @Test
    @Order(2)
    void another_device_and_the_end_are_known_to_every_process_at_once() {
        isReceipt(here.answer(answer(epoch, 1, 11, 2)), "stored");
        var second = there.start(UUID.randomUUID()).as(Receipt.class);
        assertThat(second.epoch()).isGreaterThan(epoch);

        var takenOver = here.submit(new SubmitSession(epoch, 2, 1, null, null));
        isProblem(takenOver, "taken-over");
        isReceipt(there.answer(answer(second.epoch(), 1, 11, 2)), "stored");
        isReceipt(here.answer(answer(epoch, 900, 11, 3)), "superseded");
        isReceipt(here.submit(new SubmitSession(second.epoch(), 2, 1, null, null)), "stored");

        isProblem(there.answer(answer(second.epoch(), 3, 12, 3)), "session-closed");
        isProblem(here.answer(answer(second.epoch(), 3, 12, 3)), "session-closed");
        isReceipt(there.answer(answer(second.epoch(), 1, 11, 2)), "duplicate");
    }

    @Test
    @Order(3)
    void no_process_refuses_because_of_what_it_remembers() {
        var fresh = TinyExam.locked(PROCESSES.there(), 1).session();
        var oneDoor = Processes.through(PROCESSES.here(), fresh);
        var otherDoor = Processes.through(PROCESSES.there(), fresh);
        isProblem(otherDoor.answer(answer(1, 1, 11, 2)), "not-started");

        var first = oneDoor.start(UUID.randomUUID()).as(Receipt.class);
        isReceipt(otherDoor.answer(answer(first.epoch(), 1, 11, 2)), "stored");

        var second = oneDoor.start(UUID.randomUUID()).as(Receipt.class);
        isReceipt(otherDoor.answer(answer(second.epoch(), 1, 12, 3)), "stored");
        isReceipt(oneDoor.turnTo(new ChangePage(second.epoch(), 2, 1, null)), "stored");
    }

    @Test
    @Order(4)
    void who_watches_through_a_process_that_only_answers_sees_clicks_of_another_one() {
        var watch = Call.get(Paths.monitorStream(exam.examId())).atLeast(exam.position());
        try (var stream = PROCESSES.reader().open(watch.as(PROCESSES.reader().token("hc")))) {
            assertThat(stream.next().name()).isEqualTo("snapshot");
            var click = isReceipt(here.answer(answer(epoch, 1, 11, 2)), "stored");

            var delta = stream.next(event -> event.id() >= click.position());
            assertThat(delta.name()).isEqualTo("delta");
            assertThat(delta.data().path("rows").get(0).path("answered").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    @Order(5)
    void a_session_hammered_through_two_processes_is_one_session() throws Exception {
        var random = new Random(seed);
        var clicks = Click.some(CLICKS, epoch, random);
        var hammer = new Hammer(List.of(here, there), clicks, random);

        hammer.run();

        everythingIsThereOnce(clicks, hammer, List.of(PROCESSES.here(), PROCESSES.there(), PROCESSES.reader()));
        assertThat(hammer.outcomes().values())
                .as("seed %d: without a kill every client sequence was new to exactly one delivery", seed)
                .allSatisfy(outcomes -> assertThat(outcomes)
                        .filteredOn(outcome -> !outcome.equals("duplicate"))
                        .hasSize(1));
    }

    @Test
    @Order(6)
    void when_one_is_killed_the_other_takes_over_its_projections_within_ten_seconds_and_goes_on() throws Exception {
        var random = new Random(~seed);
        var clicks = Click.some(CLICKS, epoch, random);
        var hammer = new Hammer(List.of(here, there), clicks, random);
        // Not in the common pool, which also tells that a process has ended.
        try (var background = Executors.newSingleThreadExecutor()) {
            var running = background.submit(() -> {
                hammer.run();
                return hammer;
            });
            await().pollInterval(Duration.ofMillis(5)).until(() -> hammer.delivered() > hammer.deliveries() / 3);
            killAndAwaitTheTakeOver();
            running.get(2, TimeUnit.MINUTES);
        }

        assertThat(PROCESSES.here().unknownOutcomes())
                .as("INCONCLUSIVE: nobody noticed the kill")
                .isPositive();
        everythingIsThereOnce(clicks, hammer, List.of(PROCESSES.there(), PROCESSES.reader()));
        isReceipt(there.answer(answer(epoch, 1_000_000, 12, 4)), "stored");
    }

    private static void killAndAwaitTheTakeOver() {
        var dead = PROCESSES.first().pid();
        assertThat(ownedBy(dead))
                .as("INCONCLUSIVE: the victim feeds no projection")
                .isNotEqualTo("0");
        var lastSign = lastSignOfLife();
        PROCESSES.first().kill();
        await().atMost(LONG_ENOUGH).until(() -> ownedBy(dead).equals("0"));
        // By the processes' own notes, so that a test that is kept waiting itself measures no one else's delay.
        var silence = Duration.between(lastSign, lastSignOfLife());
        System.out.printf("taken over after %d ms%n", silence.toMillis());
        assertThat(silence).isLessThan(TAKEN_OVER_WITHIN);
        var head = Long.parseLong(PROCESSES.value("SELECT position FROM log_head"));
        await().atMost(LONG_ENOUGH)
                .until(() -> Long.parseLong(PROCESSES.value("SELECT min(position) FROM read_position")) >= head);
    }

    /** How many projections a process feeds. */
    private static String ownedBy(long pid) {
        return PROCESSES.value("SELECT count(*) FROM token_entry WHERE owner LIKE '" + pid + "-%'");
    }

    /** When a process last claimed a projection or said that it still feeds one. */
    private static Instant lastSignOfLife() {
        return Instant.parse(PROCESSES.value("SELECT max(claimed_at) FROM token_entry"));
    }

    private void everythingIsThereOnce(List<Click> clicks, Hammer hammer, List<LedgerClient> readers) {
        assertThat(hammer.refusals()).as("seed %d", seed).isEmpty();
        var head = Long.parseLong(PROCESSES.value("SELECT position FROM log_head"));
        var sent = clicks.stream().flatMap(click -> click.sequences().stream()).toList();
        var answers = Click.answersOf(clicks);

        for (var reader : readers) {
            var events = new AuditTrail(reader).of(here.sessionId(), head);
            var fold = EventFold.of(events);
            assertThat(events.stream().map(AuditedEvent::sequence))
                    .as("seed %d: sequences", seed)
                    .isEqualTo(LongStream.range(0, events.size()).boxed().toList());
            assertThat(fold.clicks().keySet().stream().map(EventFold.Key::clientSeq))
                    .as("seed %d: client sequences", seed)
                    .isEqualTo(sent);
            assertThat(fold.clicks()).as("seed %d", seed).allSatisfy((key, facts) -> {
                assertThat(facts).hasSize(1);
                tellsTheTruth(key, facts.getFirst(), answers, hammer.outcomes());
            });
            assertThat(fold.answers()).as("seed %d: R1", seed).isEqualTo(winners(answers));
            assertThat(fold.pageIndex()).as("seed %d: page", seed).isEqualTo(Click.lastPage(clicks));

            var resume = Processes.through(reader, here).read("resume", head).as(ResumeState.class);
            assertThat(resume.answers()).as("seed %d: resume", seed).isEqualTo(byText(winners(answers)));
            assertThat(resume.pageIndex()).isEqualTo(Click.lastPage(clicks));
            assertThat(resume.lastClientSeq()).isEqualTo(sent.getLast());
            assertThat(resume.answered()).isEqualTo(winners(answers).size());
            assertThat(resume.position()).isGreaterThanOrEqualTo(head);
        }
        assertThat(PROCESSES.value("""
                SELECT (count(*) = max(position) AND min(position) = 1
                        AND max(position) <= (SELECT position FROM log_head))::text FROM log_event
                """)).as("positions are dense").isEqualTo("true");
    }

    private static void tellsTheTruth(
            EventFold.Key key, AuditedEvent fact, Map<Long, SelectAnswer> answers, Map<Long, List<String>> outcomes) {
        var answer = answers.get(key.clientSeq());
        if (answer == null) {
            assertThat(fact.type()).isEqualTo("PageChanged");
            return;
        }
        assertThat(fact.payload().path("questionId").asInt()).isEqualTo(answer.questionId());
        assertThat(EventFold.options(fact))
                .isEqualTo(answer.optionIds().stream().sorted().toList());
        var never = fact.type().equals("AnswerSelected") ? "superseded" : "stored";
        assertThat(outcomes.getOrDefault(key.clientSeq(), List.of()))
                .as("%s %s", key, fact.type())
                .doesNotContain(never);
    }

    /** R1, from what was sent: the highest client sequence wins its question; no option means no answer. */
    private static Map<Integer, List<Integer>> winners(Map<Long, SelectAnswer> answers) {
        var winners = new TreeMap<Integer, List<Integer>>();
        answers.values()
                .forEach(answer -> winners.put(
                        answer.questionId(),
                        answer.optionIds().stream().sorted().toList()));
        winners.values().removeIf(List::isEmpty);
        return winners;
    }

    private static Map<String, List<Integer>> byText(Map<Integer, List<Integer>> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
    }
}
