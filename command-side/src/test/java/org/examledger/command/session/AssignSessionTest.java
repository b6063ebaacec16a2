package org.examledger.command.session;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssignSessionTest extends SessionSpec {
    private static final AssignSession ASSIGN =
            new AssignSession(SESSION, EXAM, OWNER, PAPER, TIMING, 60, new UUID(7, 7));

    @Test
    void a_worker_gets_his_session_with_the_whole_paper() {
        accepted(Outcome.STORED)
                .accept(fixture.givenNoPriorActivity().when(ASSIGN).expectEvents(ASSIGNED));
    }

    @Test
    void assigning_again_changes_nothing() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(assigned().when(ASSIGN).expectNoEvents());
    }
}
