package org.examledger.events.rules;

import java.time.Duration;
import java.time.Instant;

/** A generation of a pool's questions that has no result after five minutes is given up (seed 002). */
public final class PoolGeneration {
    public static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(5);

    private PoolGeneration() {}

    /** Whether a generation without a result is still waited for. */
    public static boolean isRunning(Instant requestedAt, Instant now) {
        return now.isBefore(requestedAt.plus(GIVEN_UP_AFTER));
    }
}
