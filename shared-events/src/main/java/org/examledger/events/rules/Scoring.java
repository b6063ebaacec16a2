package org.examledger.events.rules;

import java.util.HashSet;
import java.util.List;

/** How answers become points, and points a result. */
public final class Scoring {
    /** Changes when the functions below change, so that a score says by which rules it was computed (R14). */
    public static final int RULE_VERSION = 1;

    private Scoring() {}

    /**
     * Whether the chosen options are right: for a single choice one of the right ones, for a multiple choice all of them
     * and no other. Nothing chosen is never right.
     */
    public static boolean isRight(List<Integer> chosen, List<Integer> correct, boolean multiple) {
        if (chosen.isEmpty()) {
            return false;
        }
        return multiple
                ? new HashSet<>(chosen).equals(new HashSet<>(correct))
                : chosen.size() == 1 && correct.contains(chosen.getFirst());
    }

    /** Floor of 100 · points / maximum; 0 when nothing could be reached. */
    public static int percent(long points, long maximum) {
        return maximum == 0 ? 0 : (int) (100 * points / maximum);
    }

    public static boolean isPassed(int percent, int passPercentage) {
        return percent >= passPercentage;
    }
}
