package org.examledger.command.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One choice of the worker.
 *
 * @param optionIds each at most once; empty = cleared
 */
record AnswerGiven(
        long clientSeq,
        int questionId,
        List<Integer> optionIds,
        int pageIndex,
        @Nullable Instant clientTime) {
    AnswerGiven {
        optionIds = List.copyOf(optionIds);
    }
}
