package org.examledger.command.exam;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Put right which options of a question are right.
 *
 * @param correct ids of the right options; none voids the question
 */
record CorrectAnswerKey(
        UUID examId,
        int questionId,
        Set<Integer> correct,
        String reason,
        @Nullable UUID commandId) implements ExamCommand {}
