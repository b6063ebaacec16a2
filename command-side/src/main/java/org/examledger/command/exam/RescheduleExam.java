package org.examledger.command.exam;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Give an exam other times for starting.
 *
 * @param opensAt a date or a date-time in the exam's zone (R8)
 * @param windowEndsAt written the same way; absent = no end
 */
record RescheduleExam(
        UUID examId,
        String opensAt,
        @Nullable String windowEndsAt,
        String reason,
        @Nullable UUID commandId) implements ExamCommand {}
