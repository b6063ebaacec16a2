package org.examledger.query.responses;

import org.examledger.events.rules.Scoring;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.CloseScoring;
import org.jspecify.annotations.Nullable;

/** Which sessions have a score, and what it is; for every question that shows one. */
public final class Scores {
    /** The read model that scores are read from. */
    public static final String MODEL = "responses";

    private Scores() {}

    /** Whether sessions of this status have a score. */
    public static boolean isScored(SessionStatus status) {
        return switch (status) {
            case SUBMITTED, TIMED_OUT, CLOSED -> true;
            case UPCOMING, OPEN, IN_PROGRESS, SILENT, ABANDONED, WITHDRAWN, CANCELLED, MISSED -> false;
        };
    }

    /**
     * The points of a session, or null when its status is not scored: submitted and timed out ones are scored from the
     * answers, closed ones as HC decided.
     */
    public static @Nullable Long pointsOf(SessionStatus status, @Nullable CloseScoring closeScoring, long reached) {
        if (!isScored(status)) {
            return null;
        }
        return status == SessionStatus.CLOSED && closeScoring == CloseScoring.ZERO ? 0L : reached;
    }

    /** The result in a word, as lists show it. */
    public static @Nullable String resultOf(@Nullable Long points, long maximum, int passPercentage) {
        if (points == null) {
            return null;
        }
        return Scoring.isPassed(Scoring.percent(points, maximum), passPercentage) ? "Pass" : "Fail";
    }
}
