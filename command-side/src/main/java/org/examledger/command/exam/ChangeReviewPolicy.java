package org.examledger.command.exam;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decide anew when right answers are shown.
 */
record ChangeReviewPolicy(
        UUID examId,
        boolean reviewAfterEnd,
        String reason,
        @Nullable UUID commandId) implements ExamCommand {}
