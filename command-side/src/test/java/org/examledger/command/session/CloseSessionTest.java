package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.SessionTimedOut;
import org.junit.jupiter.api.Test;

class CloseSessionTest extends SessionSpec {
    private static final CloseSession CLOSE = new CloseSession(SESSION, "fire alarm", CloseScoring.FROM_ANSWERS, KEY);
    private static final ExamClosed CLOSED = new ExamClosed("fire alarm", CloseScoring.FROM_ANSWERS, KEY);

    @Test
    void hc_closes_a_running_session() {
        var result = running().when(CLOSE).expectEvents(CLOSED);
        accepted(Outcome.STORED).accept(result);
        says(receipt -> assertThat(receipt.status()).isEqualTo(SessionStatus.CLOSED))
                .accept(result);
    }

    @Test
    void hc_closes_a_session_that_was_never_started() {
        accepted(Outcome.STORED).accept(assigned().when(CLOSE).expectEvents(CLOSED));
    }

    @Test
    void closing_twice_gets_the_first_end() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(CLOSED).when(CLOSE).expectNoEvents());
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(CLOSED)
                        .when(new CloseSession(SESSION, "second thoughts", CloseScoring.ZERO, null))
                        .expectNoEvents());
    }

    @Test
    void a_submitted_session_stays_submitted() {
        refused(
                        Code.SESSION_CLOSED,
                        refusal -> assertThat(refusal.properties())
                                .containsEntry("sessionStatus", "SUBMITTED")
                                .containsEntry("endedAt", STARTED.plusSeconds(600)))
                .accept(submitted().when(CLOSE).expectNoEvents());
    }

    @Test
    void closing_within_the_grace_still_works() {
        accepted(Outcome.STORED)
                .accept(running().andGivenCurrentTime(LAST_MOMENT).when(CLOSE).expectEvents(CLOSED));
    }

    @Test
    void closing_after_the_grace_finds_the_session_timed_out() {
        refused(
                        Code.SESSION_CLOSED,
                        refusal -> assertThat(refusal.properties()).containsEntry("sessionStatus", "TIMED_OUT"))
                .accept(running()
                        .andGivenCurrentTime(TOO_LATE)
                        .when(CLOSE)
                        .expectEvents(new SessionTimedOut(DEADLINE)));
    }

    @Test
    void a_command_id_of_another_command_cannot_be_reused() {
        refused(Code.COMMAND_REUSED)
                .accept(running(new org.examledger.events.session.SessionResumed(2, "page-2", null, KEY))
                        .when(CLOSE)
                        .expectNoEvents());
    }
}
