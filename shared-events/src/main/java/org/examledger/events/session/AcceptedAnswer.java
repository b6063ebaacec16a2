package org.examledger.events.session;

import java.time.Instant;
import java.util.List;

/**
 * A late answer that counts after all, with everything that says where it belongs (R1).
 *
 * @param optionIds empty = the question was cleared
 * @param receivedAt when it came
 */
public record AcceptedAnswer(
        int questionId, List<Integer> optionIds, int pageIndex, int epoch, long clientSeq, Instant receivedAt) {
    public AcceptedAnswer {
        optionIds = List.copyOf(optionIds);
    }
}
