package org.examledger.query.whatif;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.examledger.events.exam.ExamOption;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.life.ExamContent;
import org.examledger.query.responses.KeyChange;
import org.examledger.query.responses.ScoredSession;

/**
 * What is supposed to be otherwise.
 *
 * @param passPercentage for every session; absent = as each has it
 */
record Supposition(List<KeyChange> keys, OptionalInt passPercentage) {
    /**
     * Checks it against the exam, as the correction of a key is.
     *
     * @throws org.springframework.web.ErrorResponseException 422 when a question or an option is not there
     */
    void check(ExamContent exam) {
        for (var change : keys) {
            var question = exam.questions().stream()
                    .filter(it -> it.id() == change.questionId())
                    .findFirst()
                    .orElseThrow(() -> QueryProblem.notOnPaper("questionId", "is not a question of this exam"));
            var options = question.options().stream().map(ExamOption::id).collect(Collectors.toSet());
            if (!options.containsAll(change.correct())) {
                throw QueryProblem.notOnPaper("correct", "names an option that the question does not have");
            }
        }
    }

    int passPercentageOf(ScoredSession session) {
        return passPercentage.orElse(session.score().passPercentage());
    }
}
