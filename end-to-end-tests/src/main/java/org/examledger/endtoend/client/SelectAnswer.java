package org.examledger.endtoend.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of {@code answers}; without the epoch, which is the batch's or submit's, also one of their answers. */
public record SelectAnswer(
        @Nullable Long epoch,
        long clientSeq,
        int questionId,
        List<Integer> optionIds,
        int pageIndex,
        @Nullable String clientTime) {

    /** As a member of a batch. */
    public SelectAnswer withoutEpoch() {
        return new SelectAnswer(null, clientSeq, questionId, optionIds, pageIndex, clientTime);
    }
}
