package org.examledger.events.rules;

import java.time.Instant;
import java.util.List;

/**
 * The answer of a question that counts: the newest by the client's order (R1).
 *
 * @param optionIds empty = cleared; it keeps its place in the order
 * @param changes how often a stored answer replaced another one
 */
public record CurrentAnswer(List<Integer> optionIds, ClientOrder order, Instant answeredAt, int changes) {
    public boolean isAnswered() {
        return !optionIds.isEmpty();
    }
}
