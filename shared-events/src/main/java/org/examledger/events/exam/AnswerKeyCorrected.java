package org.examledger.events.exam;

import java.util.List;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The right answer of a question turned out to be another; every session of the exam is scored anew (R14).
 *
 * @param correct ids of the right options; none = the question is void and counts for nobody
 * @param keyVersion of the exam's key from here on; as locked it is 1
 * @param reason in HC's words
 */
@Remembered(name = "AnswerKeyCorrected")
public record AnswerKeyCorrected(
        int questionId,
        List<Integer> correct,
        int keyVersion,
        String reason,
        @Nullable UUID commandId) implements ExamFact {
    public AnswerKeyCorrected {
        correct = List.copyOf(correct);
    }
}
