package org.examledger.command.exam;

import java.util.UUID;
import org.examledger.events.session.CloseScoring;
import org.jspecify.annotations.Nullable;

/**
 * End the exam for everybody before its time; the reason is kept.
 */
record CloseExam(
        UUID examId,
        String reason,
        CloseScoring scoring,
        @Nullable UUID commandId) implements ExamCommand {}
