package org.examledger.query.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An exam's status, computed when it is read (R8). */
public enum ExamStatus {
    UPCOMING,
    OPEN,
    /** The window is over and nobody is writing any more. */
    ENDED,
    /** HC ended it for everybody before its time. */
    CLOSED,
    /** It does not take place. */
    CANCELLED;

    public static ExamStatus of(ExamRow exam, Counters counters, Instant now) {
        if (exam.ended() != null) {
            return exam.ended();
        }
        if (now.isBefore(exam.opensAt())) {
            return UPCOMING;
        }
        return isOver(exam.windowEndsAt(), now) && !counters.someoneWrites() ? ENDED : OPEN;
    }

    private static boolean isOver(@Nullable Instant windowEnd, Instant now) {
        return windowEnd != null && !now.isBefore(windowEnd);
    }
}
