package org.examledger.benchmarks.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as it is sent, in the shape in which ours takes it. */
public record AnswerBody(
        int epoch,
        long clientSeq,
        int questionId,
        List<Integer> optionIds,
        int pageIndex,
        @Nullable Instant clientTime) {}
