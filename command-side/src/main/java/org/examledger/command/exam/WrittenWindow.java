package org.examledger.command.exam;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.examledger.command.handling.Refusal.Field;
import org.examledger.events.rules.OpeningTimes;
import org.jspecify.annotations.Nullable;

/** A window as HC writes it: dates or date-times in the exam's zone (R8). */
record WrittenWindow(String opensAt, @Nullable String windowEndsAt) {
    static final int LONGEST_SECONDS = 366 * 24 * 60 * 60;

    /** Instants that every database and every client can hold, with room for a duration behind them. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9998-12-31T23:59:59Z");

    /** What keeps it from being a window, as one complete list. */
    List<Field> reasonsAgainst(String zone) {
        var reasons = new ArrayList<Field>();
        var opens = resolve("opensAt", opensAt, zone, OpeningTimes::opening, reasons);
        var ends = windowEndsAt == null
                ? null
                : resolve("windowEndsAt", windowEndsAt, zone, OpeningTimes::ending, reasons);
        if (opens != null && ends != null && !ends.isAfter(opens)) {
            reasons.add(new Field("windowEndsAt", "must be after opensAt"));
        }
        return List.copyOf(reasons);
    }

    private static @Nullable Instant resolve(
            String field, String text, String zone, BiFunction<String, ZoneId, Instant> resolve, List<Field> reasons) {
        try {
            var instant = resolve.apply(text, ZoneId.of(zone));
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                reasons.add(new Field(field, "must be between the years 1970 and 9998"));
            }
            return instant;
        } catch (DateTimeException unreadable) {
            reasons.add(new Field(field, "must be a date (2026-12-01) or a date-time (2026-12-01T08:00)"));
            return null;
        }
    }
}
