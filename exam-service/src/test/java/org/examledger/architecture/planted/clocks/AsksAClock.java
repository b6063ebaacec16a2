package org.examledger.architecture.planted.clocks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Planted: as it should be. */
final class AsksAClock {
    private AsksAClock() {}

    static Instant instant(Clock clock) {
        return clock.instant();
    }

    static LocalDate date(Clock clock) {
        return LocalDate.now(clock);
    }
}
