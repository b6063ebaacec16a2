package org.examledger.events.exam;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The exam was given other times for starting; each of its sessions is told.
 *
 * @param opensAt a date or a date-time in the exam's zone, as HC wrote it (R8)
 * @param windowEndsAt written the same way; absent = no end from now on
 * @param reason in HC's words
 */
@Remembered(name = "ExamRescheduled")
public record ExamRescheduled(
        String opensAt,
        @Nullable String windowEndsAt,
        String reason,
        @Nullable UUID commandId) implements ExamFact {}
