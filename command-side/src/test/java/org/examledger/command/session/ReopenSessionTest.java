package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.AbandonCause;
import org.examledger.events.session.AcceptedAnswer;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.LateAnswersAccepted;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionReopened;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.WorkerWithdrawn;
import org.junit.jupiter.api.Test;

class ReopenSessionTest extends SessionSpec {
    /** When {@link #submitted} asks: handed in after ten minutes, a minute ago. */
    private static final Instant NOW = STARTED.plusSeconds(660);

    private static ReopenSession reopen(boolean countLateAnswers) {
        return new ReopenSession(SESSION, "handed in by accident", 900, countLateAnswers, KEY);
    }

    private static SessionReopened reopened(int allowed, Instant now) {
        return new SessionReopened("handed in by accident", 900, allowed, now.plusSeconds(900), KEY);
    }

    private TestExecutor<ExamSession> submittedWithLateAnswers() {
        return submitted(selected(1, 1, 1, 3)).andGiven(late(1, 51, 1, 4), late(1, 52, 5, 1, 2));
    }

    @Test
    void a_submitted_session_goes_on_with_its_answers_for_the_given_time() {
        var result = submitted(selected(1, 1, 1, 3)).when(reopen(false)).expectEvents(reopened(1500, NOW));
        accepted(Outcome.STORED).accept(result);
        says(receipt -> {
                    assertThat(receipt.status()).isEqualTo(SessionStatus.IN_PROGRESS);
                    assertThat(receipt.deadline()).isEqualTo(NOW.plusSeconds(900));
                    assertThat(receipt.remainingSeconds()).isEqualTo(900);
                })
                .accept(result);
        result.expectState(session -> assertThat(session.state().optionsOf(101)).containsExactly(3));
    }

    @Test
    void late_answers_stay_late_unless_hc_counts_them() {
        submittedWithLateAnswers()
                .when(reopen(false))
                .expectEvents(reopened(1500, NOW))
                .expectState(
                        session -> assertThat(session.state().optionsOf(105)).isEmpty());
    }

    @Test
    void late_answers_count_when_hc_says_so() {
        submittedWithLateAnswers()
                .when(reopen(true))
                .expectEvents(
                        reopened(1500, NOW),
                        new LateAnswersAccepted(
                                List.of(
                                        new AcceptedAnswer(101, List.of(4), 0, 1, 51, NOW),
                                        new AcceptedAnswer(105, List.of(1, 2), 2, 1, 52, NOW)),
                                KEY))
                .expectState(session -> {
                    assertThat(session.state().optionsOf(101)).containsExactly(4);
                    assertThat(session.state().optionsOf(105)).containsExactly(1, 2);
                });
    }

    @Test
    void an_answer_that_was_late_is_a_superseded_repeat_when_it_is_sent_again() {
        accepted(Outcome.DUPLICATE, Outcome.SUPERSEDED)
                .accept(submittedWithLateAnswers()
                        .andGiven(reopened(1500, NOW))
                        .when(select(1, 51, 1, 4))
                        .expectNoEvents());
    }

    @Test
    void an_answer_that_was_accepted_is_a_stored_repeat_when_it_is_sent_again() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(submittedWithLateAnswers()
                        .andGiven(
                                reopened(1500, NOW),
                                new LateAnswersAccepted(
                                        List.of(new AcceptedAnswer(101, List.of(4), 0, 1, 51, NOW)), null))
                        .when(select(1, 51, 1, 4))
                        .expectNoEvents());
    }

    @Test
    void a_reopened_session_can_be_handed_in_again() {
        accepted(Outcome.STORED)
                .accept(submitted()
                        .andGiven(reopened(1500, NOW))
                        .when(submit(51, 0))
                        .expectEvents(new org.examledger.events.session.SessionSubmitted(1, 51, 0, null)));
    }

    @Test
    void a_closed_an_abandoned_and_a_timed_out_session_can_be_reopened() {
        running(new ExamClosed("wrong room", CloseScoring.ZERO, null))
                .when(reopen(false))
                .expectEvents(reopened(960, STARTED.plusSeconds(90)));
        running(new SessionAbandoned(AbandonCause.SILENT, 1, null))
                .when(reopen(false))
                .expectEvents(reopened(960, STARTED.plusSeconds(90)));
        running()
                .andGiven(new SessionTimedOut(DEADLINE))
                .andGivenCurrentTime(DEADLINE.plusSeconds(5_000))
                .when(reopen(false))
                .expectEvents(reopened(4500, DEADLINE.plusSeconds(5_000)));
    }

    @Test
    void time_that_ran_out_unnoticed_is_noticed_first() {
        running()
                .andGivenCurrentTime(TOO_LATE)
                .when(reopen(false))
                .expectEvents(new SessionTimedOut(DEADLINE), reopened(4500, TOO_LATE));
    }

    @Test
    void what_has_not_ended_cannot_be_reopened() {
        refused(Code.NOT_ENDED).accept(running().when(reopen(false)).expectNoEvents());
        refused(Code.NOT_STARTED).accept(assigned().when(reopen(false)).expectNoEvents());
        refused(Code.NOT_STARTED)
                .accept(assigned()
                        .andGiven(new ExamClosed("wrong room", CloseScoring.ZERO, null))
                        .when(reopen(false))
                        .expectNoEvents());
    }

    @Test
    void who_was_withdrawn_or_whose_exam_was_cancelled_is_not_let_back_in() {
        refused(Code.SESSION_CLOSED)
                .accept(running(new WorkerWithdrawn("left", null))
                        .when(reopen(false))
                        .expectNoEvents());
        refused(Code.SESSION_CLOSED)
                .accept(running(new SessionCancelled("leaked", KEY))
                        .when(new ReopenSession(SESSION, "no", 60, false, null))
                        .expectNoEvents());
    }

    @Test
    void asking_again_with_the_same_id_reopens_once() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(submitted()
                        .andGiven(reopened(1500, NOW))
                        .when(reopen(false))
                        .expectNoEvents());
    }

    @Test
    void the_workers_page_hears_of_it_with_its_next_heartbeat() {
        says(receipt -> assertThat(receipt.notices())
                        .extracting(Receipt.Notice::kind, Receipt.Notice::text)
                        .containsExactly(org.assertj.core.api.Assertions.tuple(
                                "reopened", "The exam goes on. Reason: handed in by accident")))
                .accept(submitted()
                        .andGiven(reopened(1500, NOW))
                        .when(new SendHeartbeat(
                                SESSION, OWNER, 1, org.examledger.events.session.Visibility.VISIBLE, null, null)));
    }
}
