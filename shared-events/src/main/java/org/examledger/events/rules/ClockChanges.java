package org.examledger.events.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** When the clock alone, without any fact, can change what people see of a session (R5, R8, R9). */
public final class ClockChanges {
    private ClockChanges() {}

    /**
     * The first instant after {@code now} at which status or connection can be another one than now; until then both stay
     * as they are. They need not change then: a deadline of active time may have moved on.
     *
     * @return {@link Instant#MAX} when nothing will change
     */
    public static Instant nextAfter(Instant now, SessionLife life, Duration silence) {
        if (life.ended() != null) {
            return Instant.MAX;
        }
        var deadline = life.deadlineAt(now);
        var sign = life.lastSignOfLife();
        return Stream.of(
                        Stream.of(life.opensAt()),
                        Stream.ofNullable(life.windowEndsAt()),
                        Stream.ofNullable(deadline),
                        Stream.ofNullable(deadline).map(it -> behind(it.plusSeconds(life.graceSeconds()))),
                        Stream.ofNullable(sign).map(it -> it.plus(silence)),
                        Stream.ofNullable(sign).map(it -> behind(it.plus(SessionLife.ONLINE))))
                .flatMap(it -> it)
                .filter(it -> it.isAfter(now))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** What lasts up to and including an instant. */
    private static Instant behind(Instant last) {
        return last.plusNanos(1);
    }
}
