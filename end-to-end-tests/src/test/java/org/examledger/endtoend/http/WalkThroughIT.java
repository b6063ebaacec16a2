package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;
import static org.examledger.endtoend.http.ContractAssertions.isReceipt;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.endtoend.client.AnswerBatch;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ChangePage;
import org.examledger.endtoend.client.CloseSession;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.client.SendHeartbeat;
import org.examledger.endtoend.client.SessionResult;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedService.class)
class WalkThroughIT {
    @Test
    void a_worker_sits_an_exam_and_everyone_sees_it(LedgerClient client) {
        var exam = TinyExam.locked(client, 2);
        var session = exam.session();
        var mine = mySession(exam, exam.position());
        assertThat(mine.path("status").asString()).isEqualTo("OPEN");
        assertThat(mine.path("title").asString()).isEqualTo("Tiny exam");
        assertThat(mine.path("total").asInt()).isEqualTo(3);
        isProblem(session.read("paper", exam.position()), "not-started");

        var started = isReceipt(session.start(UUID.randomUUID()), "stored");
        var epoch = started.epoch();
        assertThat(started.status()).isEqualTo("IN_PROGRESS");
        assertThat(started.currentEpoch()).isEqualTo(epoch);
        assertThat(started.remainingSeconds()).isBetween(44 * 60L, 45 * 60L);

        var paper = session.read("paper", started.position());
        assertThat(paper.text())
                .contains("text of question 11", "option 4 of 13")
                .doesNotContain("\"correct\"");

        isReceipt(session.turnTo(new ChangePage(epoch, 1, 1, null)), "stored");
        isReceipt(session.answer(answer(epoch, 2, 12, 4)), "stored");
        var batch = session.answers(new AnswerBatch(
                epoch,
                List.of(
                        answer(epoch, 3, 11, 2).withoutEpoch(),
                        answer(epoch, 4, 13, 4, 1).withoutEpoch())));
        assertThat(batch.json()
                        .path("results")
                        .valueStream()
                        .map(result -> result.path("clientSeq").asInt()))
                .as(batch.text())
                .containsExactly(3, 4);
        assertThat(batch.json()
                        .path("results")
                        .valueStream()
                        .map(result -> result.path("outcome").asString()))
                .as(batch.text())
                .containsOnly("stored");

        var resumed = session.read("resume", position(batch.json())).as(ResumeState.class);
        assertThat(resumed.answers()).isNotNull();
        assertThat(resumed.answers()).containsOnlyKeys("11", "12", "13").containsEntry("12", List.of(4));
        assertThat(resumed.pageIndex()).isEqualTo(2);
        assertThat(resumed.pages()).isEqualTo(3);
        assertThat(resumed.lastClientSeq()).isEqualTo(4);
        assertThat(resumed.answered()).isEqualTo(3);

        var submitted = session.submit(new SubmitSession(epoch, 5, 4, null, Map.of("11", 3L, "12", 2L, "13", 4L)));
        assertThat(isReceipt(submitted, "stored").status()).isEqualTo("SUBMITTED");
        var end = position(submitted.json());
        assertThat(session.read("status", end).json().path("closed").asBoolean())
                .isTrue();
        isScored(session.read("result", end).as(SessionResult.class), "SUBMITTED", 25);
        assertThat(mySession(exam, end).path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(new AuditTrail(client).of(session.sessionId(), end))
                .extracting(AuditedEvent::type)
                .containsExactly(
                        "SessionAssigned",
                        "SessionStarted",
                        "PageChanged",
                        "AnswerSelected",
                        "AnswerSelected",
                        "AnswerSelected",
                        "SessionSubmitted");
    }

    @Test
    void a_session_that_hc_closes_is_scored_from_its_answers(LedgerClient client) {
        var exam = TinyExam.locked(client, 2);
        var session = exam.sessions().getLast();
        var epoch = TinyExam.start(session).epoch();
        isReceipt(session.answer(answer(epoch, 1, 12, 3)), "stored");
        var close =
                Call.post(Paths.session(session.sessionId(), "close"), new CloseSession("fire alarm", "FROM_ANSWERS"));

        var closed = client.sendAs("hc", close.withKey(UUID.randomUUID()));

        assertThat(isReceipt(closed, "stored").status()).isEqualTo("CLOSED");
        isScored(session.read("result", position(closed.json())).as(SessionResult.class), "CLOSED", 10);
        var late = session.answer(answer(epoch, 2, 11, 2));
        isProblem(late, "session-closed");
        assertThat(late.json().path("status").isMissingNode()).isFalse();
        assertThat(late.json().path("recorded").asBoolean()).isTrue();
        assertThat(new AuditTrail(client).of(session.sessionId(), position(closed.json())))
                .extracting(AuditedEvent::type)
                .containsExactly(
                        "SessionAssigned", "SessionStarted", "AnswerSelected", "ExamClosed", "LateAnswerReceived");
    }

    @Test
    void a_heartbeat_comes_as_json_or_as_a_beacon(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var epoch = exam.start().epoch();

        var json = session.beat(new SendHeartbeat(epoch, "hidden"));
        var beacon = session.send(
                Call.post(Paths.session(session.sessionId(), "heartbeat"), new SendHeartbeat(epoch, "leaving"))
                        .with("Content-Type", "text/plain;charset=UTF-8"));

        for (var reply : List.of(json, beacon)) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            assertThat(reply.json().path("notices").isArray()).isTrue();
            assertThat(reply.json().path("currentEpoch").asLong()).isEqualTo(epoch);
        }
    }

    private static void isScored(SessionResult result, String status, int points) {
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.score()).isEqualByComparingTo(Integer.toString(points));
        assertThat(result.maximum()).isEqualByComparingTo(Integer.toString(TinyExam.MAXIMUM));
        var percent = 100 * points / TinyExam.MAXIMUM;
        assertThat(result.percent()).isEqualByComparingTo(Integer.toString(percent));
        assertThat(result.passed()).isEqualTo(percent >= TinyExam.PASS_PERCENTAGE);
        assertThat(result.computedFrom()).isNotNull();
    }

    private static JsonNode mySession(TinyExam exam, long atLeast) {
        var session = exam.session();
        return session.send(Call.get(Paths.MY_SESSIONS).atLeast(atLeast))
                .json()
                .valueStream()
                .filter(row -> row.path("sessionId").asString().equals(session.sessionId()))
                .findFirst()
                .orElseThrow();
    }

    private static long position(JsonNode reply) {
        return reply.path("position").asLong();
    }
}
