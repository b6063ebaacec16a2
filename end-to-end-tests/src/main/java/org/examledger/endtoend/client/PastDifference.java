package org.examledger.endtoend.client;

import java.util.List;

/** What became otherwise between two moments of a session; {@code answers} has only the questions that differ. */
public record PastDifference(PastState from, PastState to, List<ChangedAnswer> answers) {
    /** No options stand for no answer. */
    public record ChangedAnswer(int questionId, List<Integer> before, List<Integer> after) {}
}
