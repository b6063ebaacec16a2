package org.examledger.command.exam;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Call the exam off; the reason is kept.
 */
record CancelExam(UUID examId, String reason, @Nullable UUID commandId) implements ExamCommand {}
