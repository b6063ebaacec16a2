package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionTimedOut;
import org.junit.jupiter.api.Test;

class SelectAnswerTest extends SessionSpec {
    @Test
    void an_answer_is_remembered_with_its_page() {
        var clientTime = Instant.parse("2026-12-01T08:31:29.123Z");
        var answer = new AnswerGiven(3, 104, List.of(2), 1, clientTime);
        var result = running()
                .when(new SelectAnswer(SESSION, OWNER, 1, answer, KEY))
                .expectEvents(new AnswerSelected(104, List.of(2), 1, 1, 3, clientTime, KEY));
        accepted(Outcome.STORED).accept(result);
    }

    @Test
    void an_empty_answer_clears_the_question() {
        accepted(Outcome.STORED)
                .accept(running(selected(1, 1, 2, 4)).when(select(1, 2, 2)).expectEvents(selected(1, 2, 2)));
    }

    @Test
    void an_answer_behind_a_newer_one_is_remembered_as_superseded() {
        accepted(Outcome.SUPERSEDED)
                .accept(running(selected(1, 8, 2, 4)).when(select(1, 7, 2, 3)).expectEvents(superseded(1, 7, 2, 3)));
    }

    @Test
    void a_cleared_answer_keeps_its_place_in_the_order() {
        accepted(Outcome.SUPERSEDED)
                .accept(running(selected(1, 8, 2)).when(select(1, 7, 2, 3)).expectEvents(superseded(1, 7, 2, 3)));
    }

    @Test
    void an_older_epoch_may_still_bring_what_is_newest_for_its_question() {
        accepted(Outcome.STORED)
                .accept(running(new SessionResumed(2, "page-2", null, null), selected(2, 1, 3, 1))
                        .when(select(1, 99, 2, 4))
                        .expectEvents(selected(1, 99, 2, 4)));
    }

    @Test
    void an_older_epoch_never_wins_over_a_newer_one() {
        accepted(Outcome.SUPERSEDED)
                .accept(running(new SessionResumed(2, "page-2", null, null), selected(2, 1, 2, 1))
                        .when(select(1, 99, 2, 4))
                        .expectEvents(superseded(1, 99, 2, 4)));
    }

    @Test
    void an_answer_seen_again_has_no_second_effect() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(selected(1, 5, 1, 2)).when(select(1, 5, 1, 2)).expectNoEvents());
        accepted(Outcome.DUPLICATE, Outcome.SUPERSEDED)
                .accept(running(selected(1, 6, 1, 2), superseded(1, 4, 1, 3))
                        .when(select(1, 4, 1, 3))
                        .expectNoEvents());
    }

    @Test
    void the_order_of_options_is_not_content() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(selected(1, 5, 5, 2, 4))
                        .when(select(1, 5, 5, 4, 2))
                        .expectNoEvents());
    }

    @Test
    void a_place_in_the_order_cannot_be_used_for_another_content() {
        refused(Code.COMMAND_REUSED)
                .accept(running(selected(1, 5, 1, 2)).when(select(1, 5, 1, 3)).expectNoEvents());
    }

    @Test
    void a_command_id_names_one_content_only() {
        var first = new AnswerSelected(101, List.of(2), 0, 1, 5, null, KEY);
        refused(Code.COMMAND_REUSED)
                .accept(running(first)
                        .when(new SelectAnswer(SESSION, OWNER, 1, given(6, 1, 3), KEY))
                        .expectNoEvents());
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(first)
                        .when(new SelectAnswer(SESSION, OWNER, 1, given(6, 1, 2), KEY))
                        .expectNoEvents());
    }

    @Test
    void somebody_elses_session_looks_unknown() {
        refused(Code.NOT_FOUND)
                .accept(running()
                        .when(new SelectAnswer(SESSION, STRANGER, 1, given(1, 1, 1), null))
                        .expectNoEvents());
    }

    @Test
    void ownership_comes_before_repetition() {
        refused(Code.NOT_FOUND)
                .accept(running(new AnswerSelected(101, List.of(2), 0, 1, 5, null, KEY))
                        .when(new SelectAnswer(SESSION, STRANGER, 1, given(5, 1, 2), KEY))
                        .expectNoEvents());
    }

    @Test
    void what_is_not_on_the_paper_is_refused_with_its_field() {
        refusedFor("questionId", new AnswerGiven(1, 999, List.of(1), 0, null));
        refusedFor("optionIds", new AnswerGiven(1, 101, List.of(9), 0, null));
        refusedFor("optionIds", new AnswerGiven(1, 101, List.of(1, 2), 0, null));
        refusedFor("pageIndex", new AnswerGiven(1, 101, List.of(1), 3, null));
        refusedFor("pageIndex", new AnswerGiven(1, 101, List.of(1), -1, null));
    }

    private void refusedFor(String field, AnswerGiven answer) {
        refused(
                        Code.NOT_ON_PAPER,
                        refusal -> assertThat(refusal.fields())
                                .extracting(Refusal.Field::field)
                                .containsExactly(field))
                .accept(running()
                        .when(new SelectAnswer(SESSION, OWNER, 1, answer, null))
                        .expectNoEvents());
    }

    @Test
    void an_epoch_that_was_never_issued_is_an_invalid_request() {
        refused(Code.INVALID_REQUEST).accept(running().when(select(2, 1, 1, 1)).expectNoEvents());
    }

    @Test
    void nothing_is_answered_before_the_start() {
        refused(Code.NOT_STARTED)
                .accept(assigned()
                        .andGivenCurrentTime(OPENS)
                        .when(select(1, 1, 1, 1))
                        .expectNoEvents());
    }

    @Test
    void an_answer_counts_up_to_the_last_moment_of_the_grace() {
        var result = running()
                .andGivenCurrentTime(LAST_MOMENT)
                .when(select(1, 1, 1, 1))
                .expectEvents(selected(1, 1, 1, 1));
        says(receipt -> {
                    assertThat(receipt.status()).isEqualTo(SessionStatus.IN_PROGRESS);
                    assertThat(receipt.remainingSeconds()).isZero();
                })
                .accept(result);
    }

    @Test
    void an_answer_after_the_grace_finds_the_session_timed_out_in_the_same_append() {
        var result = running()
                .andGivenCurrentTime(TOO_LATE)
                .when(select(1, 1, 1, 1))
                .expectEvents(new SessionTimedOut(DEADLINE), late(1, 1, 1, 1));
        refused(
                        Code.SESSION_CLOSED,
                        refusal -> assertThat(refusal.properties())
                                .containsEntry("sessionStatus", "TIMED_OUT")
                                .containsEntry("endedAt", DEADLINE)
                                .containsEntry("recorded", true))
                .accept(result);
    }

    @Test
    void an_answer_after_the_end_is_refused_and_remembered() {
        refused(
                        Code.SESSION_CLOSED,
                        refusal -> assertThat(refusal.properties())
                                .containsEntry("sessionStatus", "SUBMITTED")
                                .containsEntry("endedAt", STARTED.plusSeconds(600))
                                .containsEntry("recorded", true))
                .accept(submitted().when(select(1, 51, 1, 1)).expectEvents(late(1, 51, 1, 1)));
    }

    @Test
    void a_late_answer_seen_again_is_not_remembered_twice() {
        refused(Code.SESSION_CLOSED, refusal -> assertThat(refusal.properties()).containsEntry("recorded", true))
                .accept(submitted()
                        .andGiven(late(1, 51, 1, 1))
                        .when(select(1, 51, 1, 1))
                        .expectNoEvents());
    }

    @Test
    void a_late_command_is_known_by_its_id_too() {
        var first = new LateAnswerReceived(101, List.of(1), 0, 1, 51, null, KEY);
        refused(Code.SESSION_CLOSED, refusal -> assertThat(refusal.properties()).containsEntry("recorded", true))
                .accept(submitted()
                        .andGiven(first)
                        .when(new SelectAnswer(SESSION, OWNER, 1, given(52, 1, 1), KEY))
                        .expectNoEvents());
        refused(Code.COMMAND_REUSED)
                .accept(submitted()
                        .andGiven(first)
                        .when(new SelectAnswer(SESSION, OWNER, 1, given(52, 1, 2), KEY))
                        .expectNoEvents());
        submitted()
                .when(new SelectAnswer(SESSION, OWNER, 1, given(51, 1, 1), KEY))
                .expectEvents(first);
    }

    @Test
    void a_hundred_late_answers_are_remembered_and_no_more() {
        var late = LongStream.rangeClosed(51, 150)
                .mapToObj(sequence -> late(1, sequence, 1, 1))
                .toArray();
        refused(Code.SESSION_CLOSED, refusal -> assertThat(refusal.properties()).containsEntry("recorded", false))
                .accept(submitted().andGiven(late).when(select(1, 151, 1, 1)).expectNoEvents());
    }

    @Test
    void a_late_answer_that_is_not_on_the_paper_is_not_worth_remembering() {
        refused(Code.SESSION_CLOSED, refusal -> assertThat(refusal.properties()).containsEntry("recorded", false))
                .accept(submitted().when(select(1, 51, 1, 9)).expectNoEvents());
    }

    @Test
    void a_repeat_after_the_end_still_gets_its_receipt() {
        var result = submitted(selected(1, 5, 1, 2)).when(select(1, 5, 1, 2)).expectNoEvents();
        accepted(Outcome.DUPLICATE, Outcome.STORED).accept(result);
        says(receipt -> assertThat(receipt.status()).isEqualTo(SessionStatus.SUBMITTED))
                .accept(result);
    }

    @Test
    void a_closed_session_tells_who_won() {
        SessionFact closed = new ExamClosed("fire alarm", CloseScoring.FROM_ANSWERS, new UUID(5, 5));
        refused(
                        Code.SESSION_CLOSED,
                        refusal -> assertThat(refusal.properties())
                                .containsEntry("sessionStatus", "CLOSED")
                                .containsEntry("endedAt", STARTED.plusSeconds(60)))
                .accept(running(closed).when(select(1, 1, 1, 1)).expectEvents(late(1, 1, 1, 1)));
    }
}
