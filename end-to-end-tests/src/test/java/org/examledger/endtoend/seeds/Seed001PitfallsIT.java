package org.examledger.endtoend.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ChangePage;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.client.SessionResult;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The pitfalls of {@code 001_cf0e520f2a714c92}, each as the seed tells it. P3 (a migration under running sessions) is kept
 * by the contract files of the facts, P6 (forgery) belongs to the pages' sign-in.
 */
@ExtendWith(SharedService.class)
class Seed001PitfallsIT {

    /** P1: the save and the change of page are under way at the same time. */
    @RepeatedTest(5)
    void p1_a_save_and_a_page_change_that_overlap_end_where_the_worker_is(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var epoch = exam.start().epoch();

        var replies = AtOnce.send(List.of(
                () -> session.answer(answer(epoch, 1, 11, 1)),
                () -> session.turnTo(new ChangePage(epoch, 2, 1, null)),
                () -> session.answer(answer(epoch, 3, 12, 2)),
                () -> session.turnTo(new ChangePage(epoch, 5, 2, null)),
                () -> session.answer(answer(epoch, 4, 12, 3))));

        assertThat(replies).allMatch(reply -> reply.status() == 200);
        var resumed = session.read("resume", AtOnce.newest(replies)).as(ResumeState.class);
        assertThat(resumed.pageIndex()).isEqualTo(2);
        assertThat(resumed.answers()).isEqualTo(Map.of("11", List.of(1), "12", List.of(3)));
        assertThat(resumed.lastClientSeq()).isEqualTo(5);
    }

    /** P2: the browser dies before any page change is sent; the answer itself says where the worker was. */
    @Test
    void p2_the_page_is_known_from_the_answer_when_the_browser_dies(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var saved = session.answer(answer(exam.start().epoch(), 1, 13, 1, 4)).as(Receipt.class);

        var again = session.start(UUID.randomUUID()).as(Receipt.class);

        assertThat(again.epoch()).isGreaterThan(saved.epoch());
        assertThat(session.read("resume", again.position())
                        .as(ResumeState.class)
                        .pageIndex())
                .isEqualTo(2);
    }

    /** P4: names only, and for HC only. */
    @Test
    void p4_the_monitor_tells_no_number_and_no_mail_of_a_worker(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var monitor = Call.get(Paths.monitor(exam.examId())).atLeast(exam.position());

        var hc = client.sendAs("hc", monitor).successful();

        assertThat(hc.text()).doesNotContain(exam.session().workerId());
        isProblem(exam.session().send(monitor), "forbidden");
        isProblem(client.sendAs("auditor", monitor), "forbidden");
        isProblem(client.send(monitor), "unauthenticated");
    }

    /** P5 and P10: watching costs nothing while nothing happens, and shows how old it is. */
    @Test
    void p5_p10_an_unchanged_monitor_says_so_and_a_changed_one_is_not_stale(LedgerClient client) {
        var exam = TinyExam.locked(client, 2);
        var session = exam.session();
        var epoch = exam.start().epoch();
        var before = session.answer(answer(epoch, 1, 11, 2)).as(Receipt.class);
        var monitor = Call.get(Paths.monitor(exam.examId()));
        var seen = client.sendAs("hc", monitor.atLeast(before.position())).successful();
        var tag = seen.header("ETag").orElseThrow();

        assertThat(client.sendAs("hc", monitor.with("If-None-Match", tag)).status())
                .isEqualTo(304);

        var after = session.answer(answer(epoch, 2, 12, 3)).as(Receipt.class);
        var changed = client.sendAs("hc", monitor.atLeast(after.position()).with("If-None-Match", tag));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(rowOf(changed, session.sessionId()).path("answered").asInt()).isEqualTo(2);
        assertThat(changed.json().path("position").asLong()).isGreaterThanOrEqualTo(after.position());
        assertThat(changed.json().path("lagMillis").isNumber()).isTrue();
    }

    /** P7: the last autosave and the submit that carries the same answer cross each other. */
    @RepeatedTest(5)
    void p7_submit_and_autosave_of_the_same_answer_count_it_once(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var epoch = exam.start().epoch();
        var unsent = answer(epoch, 1, 12, 3);
        var submit = new SubmitSession(epoch, 2, 1, List.of(unsent.withoutEpoch()), Map.of("12", 1L));

        var replies = AtOnce.send(List.of(() -> session.answer(unsent), () -> session.submit(submit)));

        var handedIn = replies.getLast().as(Receipt.class);
        assertThat(handedIn.status()).isEqualTo("SUBMITTED");
        assertThat(replies.getFirst().as(Receipt.class).outcome()).isIn("stored", "duplicate");
        assertThat(new AuditTrail(client).of(session.sessionId(), handedIn.position()))
                .filteredOn(event -> event.type().equals("AnswerSelected"))
                .hasSize(1);
        assertThat(session.read("result", handedIn.position())
                        .as(SessionResult.class)
                        .score())
                .isEqualByComparingTo("10");
    }

    /** P8: a browser that left is seen at once, and its session is not stuck: it goes on when the worker comes back. */
    @Test
    void p8_a_browser_that_left_shows_and_the_session_goes_on_afterwards(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var epoch = exam.start().epoch();
        var beacon = Call.post(
                        Paths.session(session.sessionId(), "heartbeat"),
                        "{\"epoch\":" + epoch + ",\"visibility\":\"leaving\"}")
                .with("Content-Type", "text/plain");
        // A changed visibility is stored at most every two seconds.
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    var left = session.send(beacon).as(Receipt.class);
                    var row = rowOf(
                            client.sendAs(
                                    "hc", Call.get(Paths.monitor(exam.examId())).atLeast(left.position())),
                            session.sessionId());
                    assertThat(row.path("connection").asString()).isEqualTo("offline");
                    assertThat(row.path("status").asString()).isEqualTo("IN_PROGRESS");
                });

        var back = session.start(UUID.randomUUID()).as(Receipt.class);

        assertThat(session.answer(answer(back.epoch(), 1, 11, 2))
                        .as(Receipt.class)
                        .outcome())
                .isEqualTo("stored");
    }

    /** P9: whatever the client's clock says, server time counts, and every reply tells it. */
    @Test
    void p9_a_wrong_clock_changes_neither_time_nor_order(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var started = exam.start();
        var tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();

        var ahead = session.answer(new SelectAnswer(started.epoch(), 1, 11, List.of(1), 0, tomorrow))
                .as(Receipt.class);
        var behind = session.answer(new SelectAnswer(started.epoch(), 2, 11, List.of(2), 0, "1999-12-31T23:59:59Z"))
                .as(Receipt.class);

        assertThat(session.read("resume", behind.position())
                        .as(ResumeState.class)
                        .answers())
                .isEqualTo(Map.of("11", List.of(2)));
        assertThat(behind.deadline()).isEqualTo(started.deadline());
        for (var receipt : List.of(ahead, behind)) {
            assertThat(Duration.between(Instant.parse(String.valueOf(receipt.serverTime())), Instant.now())
                            .abs())
                    .isLessThan(Duration.ofSeconds(30));
        }
    }

    private static JsonNode rowOf(Reply monitor, String sessionId) {
        return monitor.successful()
                .json()
                .path("rows")
                .valueStream()
                .filter(row -> row.path("sessionId").asString().equals(sessionId))
                .findFirst()
                .orElseThrow();
    }
}
