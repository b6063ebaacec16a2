package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.TimeExtended;
import org.junit.jupiter.api.Test;

class ExpireSessionTest extends SessionSpec {
    private static final ExpireSession EXPIRE = new ExpireSession(SESSION);

    @Test
    void the_finish_time_is_the_deadline_however_late_it_is_noticed() {
        running()
                .andGivenCurrentTime(DEADLINE.plusSeconds(90_000))
                .when(EXPIRE)
                .expectEvents(new SessionTimedOut(DEADLINE));
    }

    @Test
    void nothing_expires_before_the_grace_is_over() {
        var result = running().andGivenCurrentTime(LAST_MOMENT).when(EXPIRE).expectNoEvents();
        refused(Code.NOT_ENDED).accept(result);
        says(receipt -> assertThat(receipt.lookAgainAt()).isEqualTo(TOO_LATE)).accept(result);
    }

    @Test
    void an_extension_comes_before_the_expiry() {
        says(receipt -> assertThat(receipt.lookAgainAt()).isEqualTo(TOO_LATE.plusSeconds(600)))
                .accept(running(new TimeExtended(600, "noise", 4200, DEADLINE.plusSeconds(600), null))
                        .andGivenCurrentTime(TOO_LATE)
                        .when(EXPIRE)
                        .expectNoEvents());
    }

    @Test
    void an_end_that_stands_stays_and_nobody_has_to_look_again() {
        var result = submitted().andGivenCurrentTime(TOO_LATE).when(EXPIRE).expectNoEvents();
        refused(Code.SESSION_CLOSED).accept(result);
        says(receipt -> assertThat(receipt.lookAgainAt()).isNull()).accept(result);
    }

    @Test
    void expiring_twice_gets_the_first_end() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(new SessionTimedOut(DEADLINE))
                        .andGivenCurrentTime(TOO_LATE)
                        .when(EXPIRE)
                        .expectNoEvents());
    }

    @Test
    void what_was_not_started_does_not_expire() {
        refused(Code.NOT_STARTED)
                .accept(assigned().andGivenCurrentTime(OPENS).when(EXPIRE).expectNoEvents());
    }
}
