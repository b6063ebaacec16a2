package org.examledger.query.whatif;

import org.examledger.query.responses.Standing;
import org.jspecify.annotations.Nullable;

/** How an exam comes out, while its sessions are counted one after the other. */
final class OutcomeSum {
    private int sessions;
    private int passed;
    private long points;
    private long percent;

    /** @param standing of a session that has a score */
    void add(Standing standing) {
        sessions++;
        passed += Boolean.TRUE.equals(standing.passed()) ? 1 : 0;
        points += standing.score() == null ? 0 : standing.score();
        percent += standing.percent() == null ? 0 : standing.percent();
    }

    int sessions() {
        return sessions;
    }

    WhatIf.Outcome outcome() {
        return new WhatIf.Outcome(passed, sessions - passed, mean(points), mean(percent));
    }

    private @Nullable Double mean(long sum) {
        return sessions == 0 ? null : Math.round(100.0 * sum / sessions) / 100.0;
    }
}
