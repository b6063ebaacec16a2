package org.examledger.query.questions;

import java.util.List;
import java.util.stream.Stream;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.Picture;

/**
 * The questions of a draft or an exam.
 *
 * @param remarks what belongs to them and cannot be written in a package of questions
 */
public record WrittenQuestions(List<DraftQuestion> questions, List<String> remarks) {
    public WrittenQuestions {
        questions = List.copyOf(questions);
        remarks = List.copyOf(remarks);
    }

    /** Of all questions and their options, in order. */
    Stream<Picture> pictures() {
        return questions.stream().flatMap(DraftQuestion::allPictures);
    }

    /** A question of an exam with the key as it is now. */
    public static DraftQuestion written(ExamQuestion question) {
        return new DraftQuestion(
                question.id(),
                question.text(),
                question.options().stream()
                        .map(it -> new DraftOption(it.id(), it.text(), it.pictures()))
                        .toList(),
                question.correct(),
                question.multiple(),
                question.points(),
                question.pictures());
    }
}
