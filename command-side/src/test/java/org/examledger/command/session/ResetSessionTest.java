package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.test.aggregate.TestExecutor;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionReset;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.Visibility;
import org.examledger.events.session.WorkerWithdrawn;
import org.junit.jupiter.api.Test;

class ResetSessionTest extends SessionSpec {
    private static final ResetSession RESET = new ResetSession(SESSION, "the screen broke", KEY);
    private static final SessionReset WAS_RESET =
            new SessionReset("the screen broke", 2, NEXT_PAPER, NEXT_TIMING, 75, KEY);

    private TestExecutor<ExamSession> secondAttempt() {
        var now = STARTED.plusSeconds(700);
        return submitted(selected(1, 1, 1, 3))
                .andGiven(WAS_RESET)
                .andGivenCurrentTime(now)
                .andGiven(new SessionStarted(2, "page-2", null, now.plusSeconds(1800), null));
    }

    @Test
    void a_submitted_session_is_open_again_with_the_exams_current_paper() {
        var result = submitted(selected(1, 1, 1, 3)).when(RESET).expectEvents(WAS_RESET);
        accepted(Outcome.STORED).accept(result);
        says(receipt -> {
                    assertThat(receipt.status()).isEqualTo(SessionStatus.OPEN);
                    assertThat(receipt.deadline()).isNull();
                    assertThat(receipt.remainingSeconds()).isEqualTo(1800);
                })
                .accept(result);
        result.expectState(session -> assertThat(session.state().answers()).isEmpty());
    }

    @Test
    void a_running_session_can_be_reset() {
        running().when(RESET).expectEvents(WAS_RESET);
    }

    @Test
    void who_was_withdrawn_can_be_given_another_attempt() {
        running(new WorkerWithdrawn("by mistake", null)).when(RESET).expectEvents(WAS_RESET);
    }

    /** Else an extension for all that is on its way would be in the new attempt's terms and come on top of them. */
    @Test
    void nobody_gets_another_attempt_while_a_change_for_all_is_on_its_way() {
        exam.toldAll = false;
        refused(Code.UNAVAILABLE).accept(running().when(RESET).expectNoEvents());
    }

    @Test
    void time_that_ran_out_unnoticed_is_noticed_first() {
        running().andGivenCurrentTime(TOO_LATE).when(RESET).expectEvents(new SessionTimedOut(DEADLINE), WAS_RESET);
    }

    @Test
    void before_the_start_there_is_nothing_to_reset() {
        refused(Code.NOT_STARTED).accept(assigned().when(RESET).expectNoEvents());
    }

    @Test
    void a_cancelled_exam_gives_no_further_attempt() {
        refused(Code.SESSION_CLOSED)
                .accept(running(new SessionCancelled("leaked", new java.util.UUID(5, 5)))
                        .when(RESET)
                        .expectNoEvents());
        exam.cancelled = true;
        refused(Code.NOT_OPEN).accept(submitted().when(RESET).expectNoEvents());
    }

    @Test
    void asking_again_with_the_same_id_resets_once() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(submitted().andGiven(WAS_RESET).when(RESET).expectNoEvents());
    }

    @Test
    void epochs_go_on_after_a_reset() {
        submitted()
                .andGiven(WAS_RESET)
                .when(new StartSession(SESSION, OWNER, "page-2", null, null, null))
                .expectEvents(new SessionStarted(2, "page-2", null, STARTED.plusSeconds(660 + 1800), null));
    }

    @Test
    void an_answer_of_the_earlier_attempt_is_late_for_it_and_says_how_it_ended() {
        refused(
                        Code.SESSION_CLOSED,
                        refusal -> assertThat(refusal.properties())
                                .containsEntry("sessionStatus", "SUBMITTED")
                                .containsEntry("endedAt", STARTED.plusSeconds(600))
                                .containsEntry("recorded", true))
                .accept(secondAttempt().when(select(1, 60, 5, 1, 2)).expectEvents(late(1, 60, 5, 1, 2)));
    }

    @Test
    void a_repeat_of_the_earlier_attempt_is_told_what_it_was() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(secondAttempt().when(select(1, 1, 1, 3)).expectNoEvents());
    }

    @Test
    void handing_in_the_earlier_attempt_again_does_not_end_the_new_one() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(secondAttempt().when(submit(61, 0)).expectNoEvents());
    }

    @Test
    void pages_and_heartbeats_of_the_earlier_attempt_leave_no_trace() {
        secondAttempt()
                .when(new ChangePage(SESSION, OWNER, 1, 60, 2, null, null))
                .expectNoEvents();
        says(receipt -> assertThat(receipt.notices())
                        .extracting(Receipt.Notice::kind)
                        .containsExactly("closed"))
                .accept(secondAttempt()
                        .when(new SendHeartbeat(SESSION, OWNER, 1, Visibility.VISIBLE, null, null))
                        .expectNoEvents());
    }

    @Test
    void leaving_on_a_page_of_the_earlier_attempt_does_not_end_the_new_one() {
        refused(Code.SESSION_CLOSED)
                .accept(secondAttempt()
                        .when(new AbandonSession(SESSION, OWNER, 1, null))
                        .expectNoEvents());
    }
}
