package org.examledger.command.session;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.AbandonCause;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.junit.jupiter.api.Test;

class LeaveTest extends PortalSpec {
    private static final Leave LEAVE = new Leave(SESSION, OWNER);

    private static SessionAbandoned left(int epoch) {
        return new SessionAbandoned(AbandonCause.LEFT, epoch, null);
    }

    @Test
    void leaving_for_good_is_an_end() {
        accepted(Outcome.STORED).accept(atThePortal().when(LEAVE).expectEvents(left(2)));
        accepted(Outcome.STORED).accept(running().when(LEAVE).expectEvents(OPENED, left(2)));
    }

    @Test
    void leaving_twice_gets_the_first_end() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(atThePortal(left(2)).when(LEAVE).expectNoEvents());
    }

    @Test
    void before_the_start_and_for_a_stranger_there_is_nothing_to_leave() {
        refused(Code.NOT_STARTED).accept(assigned().when(LEAVE).expectNoEvents());
        refused(Code.NOT_FOUND)
                .accept(running().when(new Leave(SESSION, STRANGER)).expectNoEvents());
    }

    @Test
    void after_another_end_the_winner_is_told() {
        refused(Code.SESSION_CLOSED)
                .accept(atThePortal(new SessionSubmitted(2, 1, 0, null))
                        .when(LEAVE)
                        .expectNoEvents());
        refused(Code.SESSION_CLOSED)
                .accept(atThePortal()
                        .andGivenCurrentTime(TOO_LATE)
                        .when(LEAVE)
                        .expectEvents(new SessionTimedOut(DEADLINE)));
    }
}
