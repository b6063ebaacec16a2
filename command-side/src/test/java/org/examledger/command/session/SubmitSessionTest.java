package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.junit.jupiter.api.Test;

class SubmitSessionTest extends SessionSpec {
    private static SubmitSession submit(
            long clientSeq, long lastAnswerSeq, List<AnswerGiven> answers, Map<Integer, Long> current) {
        return new SubmitSession(SESSION, OWNER, 1, clientSeq, lastAnswerSeq, answers, current, null);
    }

    private static SessionSubmitted handedIn(long clientSeq, long lastAnswerSeq) {
        return new SessionSubmitted(1, clientSeq, lastAnswerSeq, null);
    }

    @Test
    void handing_in_ends_the_session() {
        var result = running(selected(1, 1, 1, 1)).when(submit(2, 1)).expectEvents(handedIn(2, 1));
        says(receipt -> {
                    assertThat(receipt.status()).isEqualTo(SessionStatus.SUBMITTED);
                    assertThat(receipt.remainingSeconds()).isZero();
                })
                .accept(result);
    }

    @Test
    void unsent_answers_are_stored_first_in_the_same_append() {
        running(selected(1, 1, 1, 1))
                .when(submit(4, 3, List.of(given(2, 2, 2), given(3, 1, 3)), Map.of(101, 3L, 102, 2L)))
                .expectEvents(selected(1, 2, 2, 2), selected(1, 3, 1, 3), handedIn(4, 3));
    }

    @Test
    void an_answer_lost_in_the_middle_is_found() {
        refused(
                        Code.ANSWERS_MISSING,
                        refusal -> assertThat(refusal.properties())
                                .containsEntry("missing", List.of(102))
                                .containsEntry("highestReceived", 3L))
                .accept(running(selected(1, 1, 1, 1), selected(1, 3, 3, 3))
                        .when(submit(4, 3, List.of(), Map.of(101, 1L, 102, 2L, 103, 3L)))
                        .expectNoEvents());
    }

    @Test
    void a_later_answer_than_the_client_believes_in_is_enough() {
        running(selected(1, 5, 1, 1))
                .when(submit(6, 5, List.of(), Map.of(101, 4L)))
                .expectEvents(handedIn(6, 5));
    }

    @Test
    void an_older_value_than_the_client_believes_in_is_missing() {
        refused(
                        Code.ANSWERS_MISSING,
                        refusal -> assertThat(refusal.properties()).containsEntry("missing", List.of(101)))
                .accept(running(selected(1, 3, 1, 1), selected(1, 5, 2, 1))
                        .when(submit(6, 5, List.of(), Map.of(101, 4L)))
                        .expectNoEvents());
    }

    @Test
    void a_last_answer_that_never_arrived_is_noticed_without_a_belief() {
        refused(
                        Code.ANSWERS_MISSING,
                        refusal -> assertThat(refusal.properties()).containsEntry("highestReceived", 1L))
                .accept(running(selected(1, 1, 1, 1)).when(submit(8, 7)).expectNoEvents());
    }

    @Test
    void a_submit_that_is_refused_stores_none_of_its_answers() {
        refused(
                        Code.NOT_ON_PAPER,
                        refusal -> assertThat(refusal.fields())
                                .extracting(Refusal.Field::field)
                                .containsExactly("answers[1].optionIds"))
                .accept(running()
                        .when(submit(3, 2, List.of(given(1, 1, 1), given(2, 2, 9)), Map.of()))
                        .expectNoEvents());
    }

    @Test
    void the_older_device_may_not_hand_in() {
        refused(Code.TAKEN_OVER, refusal -> assertThat(refusal.properties()).containsEntry("currentEpoch", 2))
                .accept(running(new SessionResumed(2, "page-2", null, null))
                        .when(submit(1, 0))
                        .expectNoEvents());
    }

    @Test
    void handing_in_twice_gets_the_first_end() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(submitted().when(submit(50, 0)).expectNoEvents());
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(submitted().when(submit(77, 0)).expectNoEvents());
    }

    @Test
    void the_second_submit_may_bring_answers_that_are_late() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(submitted()
                        .when(submit(78, 77, List.of(given(77, 1, 1)), Map.of()))
                        .expectEvents(late(1, 77, 1, 1)));
    }

    @Test
    void a_late_submit_does_not_hide_another_content_at_a_place_that_is_taken() {
        refused(Code.COMMAND_REUSED)
                .accept(submitted(selected(1, 5, 1, 2))
                        .when(submit(78, 5, List.of(given(5, 1, 3)), Map.of()))
                        .expectNoEvents());
    }

    @Test
    void a_closed_session_refuses_and_tells_who_won() {
        refused(
                        Code.SESSION_CLOSED,
                        refusal -> assertThat(refusal.properties())
                                .containsEntry("sessionStatus", "CLOSED")
                                .containsEntry("recorded", false))
                .accept(running(new ExamClosed("power cut", CloseScoring.ZERO, null))
                        .when(submit(2, 0))
                        .expectNoEvents());
    }

    @Test
    void handing_in_after_the_grace_finds_the_session_timed_out() {
        refused(
                        Code.SESSION_CLOSED,
                        refusal -> assertThat(refusal.properties()).containsEntry("sessionStatus", "TIMED_OUT"))
                .accept(running()
                        .andGivenCurrentTime(TOO_LATE)
                        .when(submit(2, 1, List.of(given(1, 1, 1)), Map.of()))
                        .expectEvents(new SessionTimedOut(DEADLINE), late(1, 1, 1, 1)));
    }

    @Test
    void nothing_is_handed_in_before_the_start() {
        refused(Code.NOT_STARTED)
                .accept(assigned().andGivenCurrentTime(OPENS).when(submit(1, 0)).expectNoEvents());
    }

    @Test
    void an_epoch_that_was_never_issued_is_an_invalid_request() {
        refused(Code.INVALID_REQUEST)
                .accept(running()
                        .when(new SubmitSession(SESSION, OWNER, 4, 1, 0, List.of(), Map.of(), null))
                        .expectNoEvents());
    }

    @Test
    void a_place_in_the_order_cannot_be_used_for_another_content() {
        refused(Code.COMMAND_REUSED)
                .accept(running(selected(1, 2, 1, 1)).when(submit(2, 0)).expectNoEvents());
    }

    @Test
    void somebody_elses_session_looks_unknown() {
        refused(Code.NOT_FOUND)
                .accept(running()
                        .when(new SubmitSession(SESSION, STRANGER, 1, 1, 0, List.of(), Map.of(), null))
                        .expectNoEvents());
    }
}
