package org.examledger.query.paper;

import java.util.List;
import java.util.stream.Stream;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.Picture;
import org.jspecify.annotations.Nullable;

/** The wording of a question and its pictures, without its key. */
record QuestionText(
        int id,
        String text,
        List<ExamOption> options,
        @Nullable List<Picture> pictures) {
    static QuestionText of(ExamQuestion question) {
        return new QuestionText(question.id(), question.text(), question.options(), question.pictures());
    }

    /** Of the question and its options. */
    Stream<Picture> allPictures() {
        return Stream.concat(
                Picture.all(pictures).stream(), options.stream().flatMap(it -> Picture.all(it.pictures()).stream()));
    }
}
