package org.examledger.command.exam;

import org.examledger.command.handling.Refusal;
import org.examledger.events.exam.ExamFact;
import org.jspecify.annotations.Nullable;

/**
 * What deciding brings: a fact, or why there is none.
 *
 * @param fact absent when the command changes nothing or is refused
 * @param refusal absent when the command is accepted
 */
record ExamDecision(@Nullable ExamFact fact, @Nullable Refusal refusal) {
    static ExamDecision of(ExamFact fact) {
        return new ExamDecision(fact, null);
    }

    /** What was asked holds already. */
    static ExamDecision nothingNew() {
        return new ExamDecision(null, null);
    }

    static ExamDecision refused(Refusal refusal) {
        return new ExamDecision(null, refusal);
    }
}
