package org.examledger.events.rules;

import java.time.Duration;
import java.time.Instant;

/** A draft that nobody touched for 30 days is over (seed 003); a locked one never is. */
public final class DraftExpiry {
    public static final Duration UNTOUCHED = Duration.ofDays(30);

    private DraftExpiry() {}

    /**
     * Whether an unlocked draft has expired.
     *
     * @param lastTouchedAt when it was begun or saved last
     */
    public static boolean isOver(Instant lastTouchedAt, Instant now) {
        return !now.isBefore(lastTouchedAt.plus(UNTOUCHED));
    }
}
