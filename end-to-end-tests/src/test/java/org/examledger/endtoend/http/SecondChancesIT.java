package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;
import static org.examledger.endtoend.http.ContractAssertions.isReceipt;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ExtendTime;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.client.SendHeartbeat;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HC's hand on one session: more time, an end taken back, another attempt; and the worker who leaves. */
@ExtendWith(SharedService.class)
class SecondChancesIT {
    private static Reply hc(LedgerClient client, SessionClient session, String what, Object body) {
        return client.sendAs("hc", Call.post(Paths.session(session.sessionId(), what), body));
    }

    private static List<String> notices(Reply heartbeat) {
        return heartbeat
                .json()
                .path("notices")
                .valueStream()
                .map(it -> it.path("kind").asString() + ": " + it.path("text").asString())
                .toList();
    }

    @Test
    void more_time_is_given_once_and_told_with_its_reason(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var started = exam.start();
        var more = Call.post(Paths.session(session.sessionId(), "extend"), new ExtendTime(600, "the lights went out"))
                .withKey(UUID.randomUUID());

        var extended = isReceipt(client.sendAs("hc", more), "stored");
        isReceipt(client.sendAs("hc", more), "duplicate");

        assertThat(extended.remainingSeconds()).isGreaterThan(started.remainingSeconds());
        assertThat(notices(session.beat(new SendHeartbeat(started.epoch(), "hidden"))))
                .containsExactly("time-changed: You have 10 minutes more. Reason: the lights went out");
        isProblem(hc(client, session, "extend", new ExtendTime(0, "nothing")), "invalid-request");
        isProblem(hc(client, session, "extend", Map.of("seconds", 60)), "invalid-request");
        isProblem(
                session.send(Call.post(Paths.session(session.sessionId(), "extend"), new ExtendTime(60, "me"))),
                "forbidden");
    }

    @Test
    void an_accidental_submit_is_taken_back_and_late_answers_count_when_hc_says_so(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var epoch = exam.start().epoch();
        isProblem(hc(client, session, "reopen", Map.of("reason", "too early", "seconds", 60)), "not-ended");
        isReceipt(session.answer(answer(epoch, 1, 12, 4)), "stored");
        isReceipt(session.submit(new SubmitSession(epoch, 2, 1, null, null)), "stored");
        isProblem(session.answer(answer(epoch, 3, 12, 3)), "session-closed");

        var body = Map.of("reason", "by accident", "seconds", 900, "countLateAnswers", true);
        var reopened = isReceipt(hc(client, session, "reopen", body), "stored");

        assertThat(reopened.status()).isEqualTo("IN_PROGRESS");
        assertThat(reopened.remainingSeconds()).isBetween(890L, 900L);
        var resumed = session.read("resume", reopened.position()).as(ResumeState.class);
        assertThat(resumed.status()).isEqualTo("IN_PROGRESS");
        assertThat(resumed.answers()).containsEntry("12", List.of(3));
        assertThat(notices(session.beat(new SendHeartbeat(epoch, "hidden"))))
                .containsExactly("reopened: The exam goes on. Reason: by accident");
        isReceipt(session.answer(answer(epoch, 3, 12, 3)), "duplicate");
        isReceipt(session.answer(answer(epoch, 4, 11, 2)), "stored");
        isReceipt(session.submit(new SubmitSession(epoch, 5, 4, null, null)), "stored");
    }

    @Test
    void a_reset_session_begins_again_and_the_old_page_is_told(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        isProblem(hc(client, session, "reset", Map.of("reason", "too early")), "not-started");
        var first = exam.start().epoch();
        isReceipt(session.answer(answer(first, 1, 12, 4)), "stored");

        var reset = isReceipt(hc(client, session, "reset", Map.of("reason", "the screen broke")), "stored");
        assertThat(reset.status()).isEqualTo("OPEN");
        var second = exam.start();

        assertThat(second.epoch()).isEqualTo(first + 1);
        var resumed = session.read("resume", second.position()).as(ResumeState.class);
        assertThat(resumed.answers()).isEmpty();
        var late = session.answer(answer(first, 2, 11, 1));
        isProblem(late, "session-closed");
        assertThat(late.json().path("recorded").asBoolean()).isTrue();
        assertThat(notices(session.beat(new SendHeartbeat(first, "hidden"))))
                .singleElement()
                .asString()
                .startsWith("closed: ");
        isReceipt(session.answer(answer(second.epoch(), 1, 11, 2)), "stored");
        assertThat(session.read("resume", second.position())
                        .as(ResumeState.class)
                        .status())
                .isEqualTo("IN_PROGRESS");
    }

    @Test
    void who_leaves_for_good_is_not_let_back_in(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var epoch = exam.start().epoch();
        var leave = Call.post(Paths.session(session.sessionId(), "abandon"), Map.of("epoch", epoch));

        assertThat(isReceipt(session.send(leave), "stored").status()).isEqualTo("ABANDONED");
        isReceipt(session.send(leave), "duplicate");
        isProblem(session.start(UUID.randomUUID()), "session-closed");
        isProblem(hc(client, session, "close", Map.of("reason", "late", "scoring", "ZERO")), "session-closed");
    }
}
