package org.examledger.query.statistics;

import java.util.OptionalDouble;
import org.examledger.query.responses.GivenAnswer;
import org.jspecify.annotations.Nullable;

/** What is known of a question, while sessions are counted one after the other. */
final class QuestionSum {
    private static final double MILLIS = 1000;

    private final int questionId;
    private final boolean voided;
    private final Correlation rest = new Correlation();
    private final Median seconds = new Median();
    private int asked;
    private int answered;
    private int correct;
    private long changes;

    QuestionSum(int questionId, boolean voided) {
        this.questionId = questionId;
        this.voided = voided;
    }

    /**
     * @param answer absent = none was ever given
     * @param restShare of the points of all other questions of the paper, 0 to 1; absent when they have none
     */
    void add(@Nullable GivenAnswer answer, OptionalDouble restShare) {
        asked++;
        var right = answer != null && answer.right();
        restShare.ifPresent(share -> rest.add(right ? 1 : 0, share));
        if (answer != null) {
            answered += answer.answered() ? 1 : 0;
            correct += right ? 1 : 0;
            changes += answer.changes();
            if (answer.millis() != null) {
                seconds.add(answer.millis() / MILLIS);
            }
        }
    }

    QuestionStatistic statistic() {
        return new QuestionStatistic(
                questionId,
                voided,
                asked,
                answered,
                correct,
                asked == 0 || voided ? null : Rounded.to(4, (double) correct / asked),
                voided ? null : Rounded.to(4, rest.value()),
                Rounded.to(3, seconds.value()),
                changes);
    }
}
