package org.examledger.endtoend.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.examledger.endtoend.client.AnswerBatch;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ChangePage;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.LockedExam;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.client.SavedDraft;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.client.SendHeartbeat;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.client.SessionResult;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code 000_e1ebfffcbed18135} asks: saving is atomic, one response a question, one guard on every path. */
@ExtendWith(SharedService.class)
class Seed000SavesThatDoNotRaceIT {
    private static final int SAVES = 40;

    @Test
    void concurrent_saves_of_one_question_leave_one_response_and_it_is_the_last_click(LedgerClient client) {
        var seed = new Random().nextLong();
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var epoch = exam.start().epoch();
        var clicks = new ArrayList<>(LongStream.rangeClosed(1, SAVES).boxed().toList());
        Collections.shuffle(clicks, new Random(seed));

        var replies = AtOnce.send(clicks.stream()
                .<Callable<Reply>>map(click -> () -> session.answer(answer(epoch, click, 12, optionOf(click))))
                .toList());

        assertThat(replies).as("seed " + seed).allMatch(reply -> reply.status() == 200);
        var head = AtOnce.newest(replies);
        var resumed = session.read("resume", head).as(ResumeState.class);
        assertThat(resumed.answers()).as("seed " + seed).isEqualTo(Map.of("12", List.of(optionOf(SAVES))));
        assertThat(resumed.answered()).isEqualTo(1);
        assertThat(new AuditTrail(client).of(session.sessionId(), head))
                .filteredOn(event -> event.type().startsWith("Answer"))
                .as("nothing that arrived is gone (R3)")
                .hasSize(SAVES);
        var end = session.submit(new SubmitSession(epoch, SAVES + 1, SAVES, null, Map.of("12", (long) SAVES)))
                .as(Receipt.class);
        var result = session.read("result", end.position()).as(SessionResult.class);
        assertThat(result.score()).isEqualByComparingTo(optionOf(SAVES) == 3 ? "10" : "0");
    }

    private static int optionOf(long click) {
        return (int) (1 + click % 4);
    }

    @Test
    void one_save_that_is_sent_many_times_at_once_is_stored_once(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var epoch = exam.start().epoch();
        Callable<Reply> save = () -> session.answer(answer(epoch, 1, 11, 2));

        var replies = AtOnce.send(Collections.nCopies(SAVES, save));

        assertThat(replies)
                .extracting(reply -> reply.as(Receipt.class).outcome())
                .containsOnlyOnce("stored")
                .containsOnly("stored", "duplicate");
        assertThat(new AuditTrail(client).of(session.sessionId(), AtOnce.newest(replies)))
                .filteredOn(event -> event.type().equals("AnswerSelected"))
                .hasSize(1);
    }

    /** Found, then owner, then not ended: a stranger does not even learn that the session has ended. */
    @Test
    void every_path_has_the_same_guard_in_the_same_order(LedgerClient client) {
        var exam = TinyExam.locked(client, 2);
        var session = exam.session();
        var epoch = exam.start().epoch();
        var stranger = exam.sessions().getLast().workerId();
        session.answer(answer(epoch, 1, 11, 2)).successful();
        client.sendAs(
                        "hc",
                        Call.post(
                                Paths.session(session.sessionId(), "close"),
                                Map.of("reason", "fire alarm", "scoring", "FROM_ANSWERS")))
                .successful();

        for (var path : paths(epoch)) {
            var owner = path.apply(session);
            var foreign = path.apply(new SessionClient(client, stranger, session.sessionId()));
            var unknown = path.apply(
                    new SessionClient(client, stranger, UUID.randomUUID().toString()));

            isProblem(foreign, "not-found");
            isProblem(unknown, "not-found");
            if (owner.isProblem()) {
                isProblem(owner, "session-closed");
            } else {
                assertThat(owner.as(Receipt.class).status()).isEqualTo("CLOSED");
            }
        }
    }

    private static List<Function<SessionClient, Reply>> paths(long epoch) {
        return List.of(
                session -> session.start(UUID.randomUUID()),
                session -> session.answer(answer(epoch, 2, 12, 1)),
                session -> session.answers(
                        new AnswerBatch(epoch, List.of(answer(epoch, 3, 12, 2).withoutEpoch()))),
                session -> session.turnTo(new ChangePage(epoch, 4, 1, null)),
                session -> session.beat(new SendHeartbeat(epoch, "hidden")),
                session -> session.submit(new SubmitSession(epoch, 5, 0, null, null)),
                session ->
                        session.send(Call.post(Paths.session(session.sessionId(), "abandon"), Map.of("epoch", epoch))));
    }

    /** The portal had a second endpoint for exams without packages; here both kinds take the same command. */
    @Test
    void exams_with_packages_are_saved_by_the_same_command(LedgerClient client) {
        var session = lockedWithPackages(client);
        var started = session.start(UUID.randomUUID()).as(Receipt.class);
        var epoch = started.epoch();
        var paper = session.read("paper", started.position()).successful().json();
        var question =
                paper.path("pages").path(0).path("questions").path(0).path("id").asInt();

        var saved = session.answer(new SelectAnswer(epoch, 1, question, List.of(1), 0, null));

        assertThat(saved.as(Receipt.class).outcome()).isEqualTo("stored");
        var resumed = session.read("resume", saved.as(Receipt.class).position()).as(ResumeState.class);
        assertThat(resumed.answers()).isEqualTo(Map.of(Integer.toString(question), List.of(1)));
        assertThat(resumed.total()).as("as many as the smallest package has").isEqualTo(2);
    }

    private static SessionClient lockedWithPackages(LedgerClient client) {
        var worker = "worker-" + (800_000 + new Random().nextInt(100_000));
        var draft = Map.of(
                "title",
                "Packages",
                "opensAt",
                "2025-03-01",
                "durationMinutes",
                45,
                "passPercentage",
                60,
                "workers",
                List.of(Map.of("workerId", worker, "name", "Packed")),
                "packages",
                List.of(
                        Map.of("name", "A", "questions", questions(1, 2)),
                        Map.of("name", "B", "questions", questions(11, 12, 13))));
        var saved = client.sendAs("hc", Call.post(Paths.DRAFTS, draft)).as(SavedDraft.class);
        var exam = client.sendAs("hc", Call.post(Paths.lock(Objects.requireNonNull(saved.draftId()))))
                .as(LockedExam.class);
        return new SessionClient(client, worker, exam.sessionsByWorker().getOrDefault(worker, "none"));
    }

    private static List<Map<String, Object>> questions(int... ids) {
        var options = List.of(Map.of("id", 1, "text", "yes"), Map.of("id", 2, "text", "no"));
        return Arrays.stream(ids)
                .mapToObj(id -> Map.<String, Object>of(
                        "id", id, "text", "question " + id, "options", options, "correct", List.of(1), "points", 1))
                .toList();
    }
}
