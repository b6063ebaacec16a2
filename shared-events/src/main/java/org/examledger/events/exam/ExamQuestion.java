package org.examledger.events.exam;

import java.util.List;

/**
 * A question with its key, as it stands in a locked exam.
 *
 * @param id unique within the exam
 * @param correct ids of the right options
 */
public record ExamQuestion(
        int id, String text, List<ExamOption> options, List<Integer> correct, boolean multiple, int points) {
    public ExamQuestion {
        options = List.copyOf(options);
        correct = List.copyOf(correct);
    }
}
