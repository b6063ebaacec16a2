package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;
import static org.examledger.endtoend.http.ContractAssertions.isReceipt;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.endtoend.client.AnswerBatch;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ChangePage;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedService.class)
class ReceiptsIT {
    private SessionClient session;
    private long epoch;

    @BeforeEach
    void start(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        session = exam.session();
        epoch = exam.start().epoch();
    }

    @Test
    void a_command_seen_again_has_no_second_effect() {
        var first = isReceipt(session.answer(answer(epoch, 4, 11, 1)), "stored");

        var again = isReceipt(session.answer(answer(epoch, 4, 11, 1)), "duplicate");

        assertThat(again.first()).isEqualTo("stored");
        assertThat(again.sequence()).isEqualTo(first.sequence());
        assertThat(again.position()).isEqualTo(first.position());
    }

    @Test
    void the_clients_time_is_no_part_of_the_content() {
        isReceipt(session.answer(timed("2025-03-01T08:00:00.000Z")), "stored");

        isReceipt(session.answer(timed("2025-03-01T08:00:07.000Z")), "duplicate");
    }

    @Test
    void a_client_sequence_is_not_used_for_something_else() {
        isReceipt(session.answer(answer(epoch, 4, 13, 1, 4)), "stored");

        isReceipt(session.answer(answer(epoch, 4, 13, 4, 1)), "duplicate");
        isProblem(session.answer(answer(epoch, 4, 13, 1, 3)), "command-reused");
        isProblem(session.answer(answer(epoch, 4, 12, 1)), "command-reused");
        isProblem(session.turnTo(new ChangePage(epoch, 4, 2, null)), "command-reused");
    }

    @Test
    void an_idempotency_key_identifies_a_command() {
        var key = UUID.randomUUID();
        var path = Paths.session(session.sessionId(), "answers");

        isReceipt(session.send(Call.post(path, answer(epoch, 5, 12, 2)).withKey(key)), "stored");
        isReceipt(session.send(Call.post(path, answer(epoch, 5, 12, 2)).withKey(key)), "duplicate");
        isProblem(session.send(Call.post(path, answer(epoch, 6, 12, 3)).withKey(key)), "command-reused");
    }

    @Test
    void an_answer_that_comes_too_late_in_the_clients_order_is_superseded() {
        isReceipt(session.answer(answer(epoch, 9, 11, 2)), "stored");

        isReceipt(session.answer(answer(epoch, 8, 11, 3)), "superseded");
        var again = isReceipt(session.answer(answer(epoch, 8, 11, 3)), "duplicate");

        assertThat(again.first()).isEqualTo("superseded");
        assertThat(resume(again).answers()).isEqualTo(Map.of("11", List.of(2)));
    }

    @Test
    void a_batch_says_what_became_of_each_answer() {
        isReceipt(session.answer(answer(epoch, 2, 11, 1)), "stored");
        isReceipt(session.answer(answer(epoch, 7, 12, 1)), "stored");

        var reply = session.answers(new AnswerBatch(
                epoch,
                List.of(
                        answer(epoch, 2, 11, 1).withoutEpoch(),
                        answer(epoch, 3, 12, 2).withoutEpoch(),
                        answer(epoch, 8, 13, 4).withoutEpoch())));

        assertThat(reply.json()
                        .path("results")
                        .valueStream()
                        .map(result -> result.path("outcome").asString()))
                .as(reply.text())
                .containsExactly("duplicate", "superseded", "stored");
        assertThat(reply.json()
                        .path("results")
                        .valueStream()
                        .map(result -> result.path("clientSeq").asInt()))
                .containsExactly(2, 3, 8);
    }

    @Test
    void a_batch_with_one_bad_answer_stores_none() {
        var before = isReceipt(session.answer(answer(epoch, 1, 11, 1)), "stored");

        isProblem(
                session.answers(new AnswerBatch(
                        epoch,
                        List.of(
                                answer(epoch, 2, 12, 1).withoutEpoch(),
                                answer(epoch, 3, 13, 99).withoutEpoch()))),
                "not-on-paper");

        assertThat(resume(before).answers()).containsOnlyKeys("11");
    }

    @Test
    void an_empty_choice_clears_the_answer() {
        isReceipt(session.answer(answer(epoch, 1, 11, 1)), "stored");

        var cleared = isReceipt(session.answer(answer(epoch, 2, 11)), "stored");

        assertThat(resume(cleared).answers()).isEmpty();
        assertThat(resume(cleared).answered()).isZero();
    }

    @Test
    void every_start_is_a_new_epoch_except_its_repeat() {
        var key = UUID.randomUUID();

        var second = session.start(key).as(Receipt.class);
        var repeat = session.start(key).as(Receipt.class);
        var third = session.start(UUID.randomUUID()).as(Receipt.class);

        assertThat(second.epoch()).isGreaterThan(epoch);
        assertThat(repeat.epoch()).isEqualTo(second.epoch());
        assertThat(third.epoch()).isGreaterThan(second.epoch());
        isReceipt(session.answer(answer(third.epoch(), 1, 11, 2)), "stored");
        isReceipt(session.answer(answer(second.epoch(), 900, 11, 3)), "superseded");
        var takenOver = session.submit(new SubmitSession(epoch, 901, 900, null, null));
        isProblem(takenOver, "taken-over");
        assertThat(takenOver.json().path("currentEpoch").asLong()).isEqualTo(third.epoch());
        isProblem(session.answer(answer(third.epoch() + 40, 2, 11, 2)), "invalid-request");
    }

    @Test
    void a_submit_that_believes_more_than_arrived_is_refused_until_the_answers_come() {
        isReceipt(session.answer(answer(epoch, 1, 11, 2)), "stored");
        var current = Map.of("11", 1L, "12", 2L, "13", 3L);

        var missing = session.submit(new SubmitSession(epoch, 4, 3, null, current));

        isProblem(missing, "answers-missing");
        assertThat(missing.json().path("missing").valueStream().map(JsonNode::asInt))
                .containsExactlyInAnyOrder(12, 13);
        assertThat(missing.json().path("highestReceived").asLong()).isEqualTo(1);
        var unsent = List.of(
                answer(epoch, 2, 12, 3).withoutEpoch(), answer(epoch, 3, 13, 1).withoutEpoch());
        var submit = new SubmitSession(epoch, 4, 3, unsent, current);
        var submitted = isReceipt(session.submit(submit), "stored");
        assertThat(submitted.status()).isEqualTo("SUBMITTED");
        assertThat(resume(submitted).answers()).hasSize(3);
        assertThat(isReceipt(session.submit(submit), "duplicate").status()).isEqualTo("SUBMITTED");
    }

    @Test
    void after_the_end_a_repeat_is_answered_and_a_new_answer_is_refused() {
        isReceipt(session.answer(answer(epoch, 1, 11, 2)), "stored");
        isReceipt(session.submit(new SubmitSession(epoch, 2, 1, null, null)), "stored");

        isReceipt(session.answer(answer(epoch, 1, 11, 2)), "duplicate");
        var late = session.answer(answer(epoch, 3, 12, 2));

        isProblem(late, "session-closed");
        assertThat(late.json().path("endedAt").asString()).isNotEmpty();
        assertThat(late.json().path("recorded").asBoolean()).isTrue();
    }

    private ResumeState resume(Receipt after) {
        return session.read("resume", after.position()).as(ResumeState.class);
    }

    private SelectAnswer timed(String clientTime) {
        return new SelectAnswer(epoch, 4, 11, List.of(1), 0, clientTime);
    }
}
