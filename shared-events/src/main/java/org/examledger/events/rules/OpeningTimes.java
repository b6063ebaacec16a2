package org.examledger.events.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Turns what HC writes, a date or a date-time in the exam's zone, into instants (R8).
 *
 * <p>A local time that a change of the clock skips means the later instant, one that occurs twice the earlier.
 */
public final class OpeningTimes {
    private OpeningTimes() {}

    /**
     * The instant at which a window opens; a date opens at the start of that day.
     *
     * @throws java.time.format.DateTimeParseException when the text is neither a date nor a date-time
     */
    public static Instant opening(String text, ZoneId zone) {
        return isDate(text) ? LocalDate.parse(text).atStartOfDay(zone).toInstant() : dateTime(text, zone);
    }

    /**
     * The instant from which a window is over; a date ends with that day.
     *
     * @throws java.time.format.DateTimeParseException when the text is neither a date nor a date-time
     */
    public static Instant ending(String text, ZoneId zone) {
        return isDate(text)
                ? LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant()
                : dateTime(text, zone);
    }

    private static boolean isDate(String text) {
        return text.indexOf('T') < 0;
    }

    private static Instant dateTime(String text, ZoneId zone) {
        return LocalDateTime.parse(text).atZone(zone).toInstant();
    }
}
