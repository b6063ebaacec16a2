package org.examledger.endtoend.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a session stands; questions without an answer are not in {@code answers}. */
public record ResumeState(
        String sessionId,
        String status,
        long epoch,
        int attempt,
        int pageIndex,
        int pages,
        int questionsPerPage,
        @Nullable Map<String, List<Integer>> answers,
        long lastClientSeq,
        int answered,
        int total,
        @Nullable Long elapsedSeconds,
        @Nullable Long remainingSeconds,
        @Nullable String deadline,
        @Nullable String serverTime,
        long position) {}
