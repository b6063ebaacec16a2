package org.examledger.query.responses;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.rules.ClientOrder;
import org.jspecify.annotations.Nullable;

/**
 * The current answer to a question and what it is worth.
 *
 * @param changes how often a stored answer replaced another one
 * @param points reached with it
 * @param position of the fact that made it
 * @param millis that the worker was at the question, over all of his answers to it; absent where nothing tells
 */
record ScoredResponse(
        Key key,
        List<Integer> optionIds,
        ClientOrder order,
        Instant answeredAt,
        int changes,
        boolean right,
        int points,
        long position,
        @Nullable Long millis) {

    /** At most one response for each. */
    record Key(UUID sessionId, int attempt, int questionId) {}

    /** The same answer by another key. */
    ScoredResponse judged(boolean nowRight, int worth) {
        return new ScoredResponse(
                key, optionIds, order, answeredAt, changes, nowRight, nowRight ? worth : 0, position, millis);
    }

    boolean isAnswered() {
        return !optionIds.isEmpty();
    }
}
