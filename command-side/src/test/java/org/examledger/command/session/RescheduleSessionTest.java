package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.SessionRescheduled;
import org.junit.jupiter.api.Test;

class RescheduleSessionTest extends SessionSpec {
    private static final RescheduleSession RESCHEDULE = new RescheduleSession(
            SESSION, OPENS.plusSeconds(86_400), WINDOW_ENDS.plusSeconds(172_800), "the hall is flooded", KEY);
    private static final SessionRescheduled RESCHEDULED = new SessionRescheduled(
            OPENS.plusSeconds(86_400), WINDOW_ENDS.plusSeconds(172_800), "the hall is flooded", KEY);

    @Test
    void an_open_session_becomes_an_upcoming_one() {
        var result = assigned().andGivenCurrentTime(OPENS).when(RESCHEDULE).expectEvents(RESCHEDULED);
        says(receipt -> assertThat(receipt.status()).isEqualTo(SessionStatus.UPCOMING))
                .accept(result);
    }

    @Test
    void who_missed_the_window_gets_another() {
        var result = assigned()
                .andGivenCurrentTime(WINDOW_ENDS.plusSeconds(90_000))
                .when(RESCHEDULE)
                .expectEvents(RESCHEDULED);
        says(receipt -> assertThat(receipt.status()).isEqualTo(SessionStatus.OPEN))
                .accept(result);
    }

    @Test
    void a_running_session_keeps_its_time() {
        var result = running().when(RESCHEDULE).expectEvents(RESCHEDULED);
        says(receipt -> assertThat(receipt.deadline()).isEqualTo(DEADLINE)).accept(result);
    }

    @Test
    void an_ended_session_stays_as_it_is() {
        refused(Code.SESSION_CLOSED).accept(submitted().when(RESCHEDULE).expectNoEvents());
    }

    @Test
    void a_fan_out_that_comes_again_changes_nothing() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(assigned().andGiven(RESCHEDULED).when(RESCHEDULE).expectNoEvents());
    }
}
