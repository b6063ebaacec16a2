package org.examledger.query.responses;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.rules.ClientOrder;

/**
 * The current answer to a question and what it is worth.
 *
 * @param changes how often a stored answer replaced another one
 * @param points reached with it
 * @param position of the fact that made it
 */
record ScoredResponse(
        Key key,
        List<Integer> optionIds,
        ClientOrder order,
        Instant answeredAt,
        int changes,
        boolean right,
        int points,
        long position) {

    /** At most one response for each. */
    record Key(UUID sessionId, int attempt, int questionId) {}

    /** The same answer by another key. */
    ScoredResponse judged(boolean nowRight, int worth) {
        return new ScoredResponse(key, optionIds, order, answeredAt, changes, nowRight, nowRight ? worth : 0, position);
    }

    boolean isAnswered() {
        return !optionIds.isEmpty();
    }
}
