package org.examledger.command.session;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.TimeExtended;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.junit.jupiter.api.Test;

class CompensateOutageTest extends SessionSpec {
    private static final CompensateOutage OUTAGE =
            new CompensateOutage(SESSION, STARTED.plusSeconds(600), STARTED.plusSeconds(900), KEY);
    private static final TimeExtended GIVEN_BACK =
            new TimeExtended(300, Timekeeping.OUTAGE, 3900, DEADLINE.plusSeconds(300), KEY);

    @Test
    void a_running_session_gets_the_time_of_the_outage_back() {
        running().andGivenCurrentTime(STARTED.plusSeconds(901)).when(OUTAGE).expectEvents(GIVEN_BACK);
    }

    @Test
    void also_when_its_time_ran_out_during_the_outage() {
        var from = DEADLINE.minusSeconds(60);
        var until = from.plusSeconds(3_600);
        running()
                .andGivenCurrentTime(until.plusSeconds(2))
                .when(new CompensateOutage(SESSION, from, until, KEY))
                .expectEvents(new TimeExtended(3_600, Timekeeping.OUTAGE, 7_200, DEADLINE.plusSeconds(3_600), KEY));
    }

    @Test
    void an_outage_is_given_back_once() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(GIVEN_BACK)
                        .andGivenCurrentTime(STARTED.plusSeconds(950))
                        .when(OUTAGE)
                        .expectNoEvents());
    }

    @Test
    void where_only_active_time_counts_an_outage_took_a_minute_at_most() {
        var active = new Timing(OPENS, WINDOW_ENDS, "UTC", 3600, 120, TimerPolicy.ACTIVE_TIME, null);
        var now = STARTED.plusSeconds(901);
        fixture.givenCurrentTime(OPENS)
                .andGiven(new SessionAssigned(SESSION, EXAM, OWNER, 1, PAPER, active, 60, new java.util.UUID(7, 7)))
                .andGivenCurrentTime(STARTED)
                .andGiven(FIRST_START)
                .andGivenCurrentTime(now)
                .when(OUTAGE)
                .expectEvents(new TimeExtended(60, Timekeeping.OUTAGE, 3660, now.plusSeconds(3600), KEY));
    }

    @Test
    void what_was_not_running_when_it_began_was_not_touched() {
        refused(Code.NOT_STARTED)
                .accept(running()
                        .andGivenCurrentTime(STARTED.plusSeconds(901))
                        .when(new CompensateOutage(SESSION, STARTED.minusSeconds(300), STARTED.minusSeconds(100), KEY))
                        .expectNoEvents());
        refused(Code.NOT_STARTED)
                .accept(running()
                        .andGivenCurrentTime(TOO_LATE.plusSeconds(900))
                        .when(new CompensateOutage(SESSION, TOO_LATE, TOO_LATE.plusSeconds(800), KEY))
                        .expectNoEvents());
        refused(Code.SESSION_CLOSED).accept(submitted().when(OUTAGE).expectNoEvents());
    }

    @Test
    void who_started_after_the_last_sign_of_the_service_lost_what_came_after_his_start() {
        running()
                .andGivenCurrentTime(STARTED.plusSeconds(901))
                .when(new CompensateOutage(SESSION, STARTED.minusSeconds(4), STARTED.plusSeconds(900), KEY))
                .expectEvents(new TimeExtended(900, Timekeeping.OUTAGE, 4500, DEADLINE.plusSeconds(900), KEY));
    }
}
