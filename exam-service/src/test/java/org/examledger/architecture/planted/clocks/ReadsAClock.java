package org.examledger.architecture.planted.clocks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.Supplier;

/** Planted: each method asks the machine for the time behind everybody's back. */
final class ReadsAClock {
    private ReadsAClock() {}

    static Instant instant() {
        return Instant.now();
    }

    static Supplier<Instant> reference() {
        return Instant::now;
    }

    static LocalDate date() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static LocalDateTime dateTime() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    static ZonedDateTime zoned() {
        return ZonedDateTime.now(ZoneOffset.UTC);
    }

    static OffsetDateTime offset() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    static long millis() {
        return System.currentTimeMillis();
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    @SuppressWarnings("JavaUtilDate") // this is what is planted
    static Date old() {
        return new Date();
    }
}
