package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.AbandonCause;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionTimedOut;
import org.junit.jupiter.api.Test;

class AbandonSessionTest extends SessionSpec {
    private static final SessionAbandoned LEFT = new SessionAbandoned(AbandonCause.LEFT, 1, KEY);

    private static AbandonSession leave(String person, int epoch) {
        return new AbandonSession(SESSION, person, epoch, KEY);
    }

    @Test
    void a_worker_leaves_for_good() {
        var result = running().when(leave(OWNER, 1)).expectEvents(LEFT);
        says(receipt -> assertThat(receipt.status()).isEqualTo(SessionStatus.ABANDONED))
                .accept(result);
    }

    @Test
    void leaving_again_gets_the_first_end() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(LEFT).when(leave(OWNER, 1)).expectNoEvents());
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(LEFT)
                        .when(new AbandonSession(SESSION, OWNER, 1, null))
                        .expectNoEvents());
    }

    @Test
    void there_is_no_way_back_in() {
        refused(Code.SESSION_CLOSED)
                .accept(running(LEFT)
                        .when(new StartSession(SESSION, OWNER, "page-2", null, null, null))
                        .expectNoEvents());
    }

    @Test
    void an_older_page_cannot_leave() {
        refused(Code.TAKEN_OVER)
                .accept(running(new SessionResumed(2, "page-2", null, null))
                        .when(leave(OWNER, 1))
                        .expectNoEvents());
    }

    @Test
    void a_page_that_never_was_cannot_leave() {
        refused(Code.INVALID_REQUEST).accept(running().when(leave(OWNER, 2)).expectNoEvents());
    }

    @Test
    void what_was_not_started_cannot_be_left() {
        refused(Code.NOT_STARTED).accept(assigned().when(leave(OWNER, 1)).expectNoEvents());
    }

    @Test
    void who_leaves_after_handing_in_is_told_so() {
        refused(Code.SESSION_CLOSED).accept(submitted().when(leave(OWNER, 1)).expectNoEvents());
    }

    @Test
    void who_leaves_after_the_grace_is_timed_out() {
        refused(Code.SESSION_CLOSED)
                .accept(running()
                        .andGivenCurrentTime(TOO_LATE)
                        .when(leave(OWNER, 1))
                        .expectEvents(new SessionTimedOut(DEADLINE)));
    }

    @Test
    void somebody_elses_session_looks_unknown() {
        refused(Code.NOT_FOUND).accept(running().when(leave(STRANGER, 1)).expectNoEvents());
    }
}
