package org.examledger.events.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of his time a worker has used when only the time between his signs of life counts (R10): each gap between two
 * stored ones, the open one included, uses at most 60 seconds.
 *
 * @param countedTo until when {@code usedMillis} is counted; absent before the start
 * @param usedMillis used up to there
 * @param gapMillis what the gap that is open since then may still use
 */
public record ActiveTime(@Nullable Instant countedTo, long usedMillis, long gapMillis) {
    /** So much a gap uses at most. */
    public static final long GAP_MILLIS = 60_000;

    /** Before the start. */
    public static final ActiveTime UNUSED = new ActiveTime(null, 0, GAP_MILLIS);

    static ActiveTime from(Instant start, long usedMillis) {
        return new ActiveTime(start, usedMillis, GAP_MILLIS);
    }

    long usedAt(Instant now) {
        return usedMillis + openGapAt(now);
    }

    /** A sign of life ends the gap and opens the next one. */
    ActiveTime seenAt(Instant at) {
        return new ActiveTime(at, usedAt(at), GAP_MILLIS);
    }

    /** Counts up to an instant without ending the gap, so that a change of time is reckoned from there. */
    ActiveTime countedAt(Instant at) {
        return new ActiveTime(at, usedAt(at), gapMillis - openGapAt(at));
    }

    /**
     * When the time is used up, as it looks at an instant. Once the open gap can use all that is left, that moment is
     * fixed; until then it moves on while nothing comes.
     */
    Instant deadlineAt(Instant now, long allowedMillis) {
        var left = Math.max(0, allowedMillis - usedMillis);
        if (countedTo != null && left <= gapMillis) {
            return countedTo.plusMillis(left);
        }
        return now.plusMillis(left - openGapAt(now));
    }

    private long openGapAt(Instant now) {
        return countedTo == null
                ? 0
                : Math.clamp(Duration.between(countedTo, now).toMillis(), 0, gapMillis);
    }
}
