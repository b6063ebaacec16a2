package org.examledger.events.exam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question with its key, as it stands in a locked exam.
 *
 * @param id unique within the exam
 * @param text empty only when there are pictures
 * @param correct ids of the right options
 * @param pictures shown behind the text, in this order
 */
public record ExamQuestion(
        int id,
        String text,
        List<ExamOption> options,
        List<Integer> correct,
        boolean multiple,
        int points,
        @Nullable List<Picture> pictures) {
    public ExamQuestion {
        options = List.copyOf(options);
        correct = List.copyOf(correct);
        pictures = Picture.listed(pictures);
    }

    public ExamQuestion(
            int id, String text, List<ExamOption> options, List<Integer> correct, boolean multiple, int points) {
        this(id, text, options, correct, multiple, points, null);
    }

    public ExamQuestion withId(int other) {
        return new ExamQuestion(other, text, options, correct, multiple, points, pictures);
    }

    public ExamQuestion withCorrect(List<Integer> other) {
        return new ExamQuestion(id, text, options, other, multiple, points, pictures);
    }
}
