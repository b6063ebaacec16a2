package org.examledger.command.session;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.WorkerWithdrawn;
import org.junit.jupiter.api.Test;

class WithdrawWorkerTest extends SessionSpec {
    private static final WithdrawWorker WITHDRAW = new WithdrawWorker(SESSION, "left the company", KEY);
    private static final WorkerWithdrawn WITHDRAWN = new WorkerWithdrawn("left the company", KEY);

    @Test
    void a_worker_is_taken_off_before_or_during_the_exam() {
        assigned().when(WITHDRAW).expectEvents(WITHDRAWN);
        running().when(WITHDRAW).expectEvents(WITHDRAWN);
    }

    @Test
    void withdrawing_twice_gets_the_first_end() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(WITHDRAWN)
                        .when(new WithdrawWorker(SESSION, "again", null))
                        .expectNoEvents());
    }

    @Test
    void what_has_ended_otherwise_stays_so() {
        refused(Code.SESSION_CLOSED).accept(submitted().when(WITHDRAW).expectNoEvents());
        refused(Code.SESSION_CLOSED)
                .accept(running()
                        .andGivenCurrentTime(TOO_LATE)
                        .when(WITHDRAW)
                        .expectEvents(new SessionTimedOut(DEADLINE)));
    }

    @Test
    void an_answer_of_a_withdrawn_worker_is_late() {
        refused(Code.SESSION_CLOSED)
                .accept(running(WITHDRAWN).when(select(1, 1, 1, 2)).expectEvents(late(1, 1, 1, 2)));
    }
}
