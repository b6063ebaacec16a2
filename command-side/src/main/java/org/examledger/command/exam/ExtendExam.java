package org.examledger.command.exam;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Give everybody more time, or less.
 *
 * @param seconds negative shortens
 * @param includeNotStarted whether those who have not started get it too
 */
record ExtendExam(
        UUID examId,
        int seconds,
        String reason,
        boolean includeNotStarted,
        @Nullable UUID commandId) implements ExamCommand {}
