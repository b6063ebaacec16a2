package org.examledger.command.session;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.SessionCancelled;
import org.junit.jupiter.api.Test;

class CancelSessionTest extends SessionSpec {
    private static final CancelSession CANCEL = new CancelSession(SESSION, "the questions leaked", KEY);
    private static final SessionCancelled CANCELLED = new SessionCancelled("the questions leaked", KEY);

    @Test
    void a_session_without_an_end_is_cancelled_started_or_not() {
        assigned().when(CANCEL).expectEvents(CANCELLED);
        running().when(CANCEL).expectEvents(CANCELLED);
    }

    @Test
    void an_end_that_stands_stays() {
        refused(Code.SESSION_CLOSED).accept(submitted().when(CANCEL).expectNoEvents());
    }

    @Test
    void a_fan_out_that_comes_again_changes_nothing() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(CANCELLED).when(CANCEL).expectNoEvents());
    }
}
