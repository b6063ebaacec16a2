package org.examledger.endtoend.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The common reply to a worker's command; {@code results} only after a batch. */
public record Receipt(
        String sessionId,
        String status,
        long sequence,
        long position,
        long epoch,
        long currentEpoch,
        @Nullable String serverTime,
        @Nullable String deadline,
        @Nullable Long remainingSeconds,
        @Nullable String outcome,
        @Nullable String first,
        @Nullable List<BatchResult> results) {

    /** What became of one answer of a batch. */
    public record BatchResult(
            long clientSeq, String outcome, @Nullable String first) {}
}
