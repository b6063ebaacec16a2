package org.examledger.query.paper;

import java.util.List;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;

/** The wording of a question, without its key. */
record QuestionText(int id, String text, List<ExamOption> options) {
    static QuestionText of(ExamQuestion question) {
        return new QuestionText(question.id(), question.text(), question.options());
    }
}
