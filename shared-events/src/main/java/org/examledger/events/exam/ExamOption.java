package org.examledger.events.exam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option of a question; its id is unique within the question.
 *
 * @param text empty only when there are pictures
 * @param pictures shown behind the text, in this order
 */
public record ExamOption(int id, String text, @Nullable List<Picture> pictures) {
    public ExamOption {
        pictures = Picture.listed(pictures);
    }

    public ExamOption(int id, String text) {
        this(id, text, null);
    }
}
