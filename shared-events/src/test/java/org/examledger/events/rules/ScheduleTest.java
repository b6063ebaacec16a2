package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what HC writes to the status that everybody sees at one instant, without any job in between (R8, seed 004). */
class ScheduleTest {
    private static final int ROUNDS = 500;

    @ParameterizedTest(name = "opens {0}, ends {1} in {2}: at {3} it is {4}")
    @CsvSource(nullValues = "-", textBlock = """
            2026-12-01, 2026-12-03, UTC, 2026-11-30T23:59:59.999Z, UPCOMING
            2026-12-01, 2026-12-03, UTC, 2026-12-01T00:00:00.000Z, OPEN
            2026-12-01, 2026-12-03, UTC, 2026-12-03T23:59:59.999Z, OPEN
            2026-12-01, 2026-12-03, UTC, 2026-12-04T00:00:00.000Z, MISSED
            2026-12-01, 2026-12-01, Pacific/Kiritimati, 2026-11-30T09:59:59.999Z, UPCOMING
            2026-12-01, 2026-12-01, Pacific/Kiritimati, 2026-11-30T10:00:00.000Z, OPEN
            2026-12-01, 2026-12-01, Pacific/Kiritimati, 2026-12-01T10:00:00.000Z, MISSED
            2026-12-01, 2026-12-01, Pacific/Pago_Pago, 2026-12-01T10:59:59.999Z, UPCOMING
            2026-12-01, 2026-12-01, Pacific/Pago_Pago, 2026-12-01T11:00:00.000Z, OPEN
            2026-12-01, 2026-12-01, Pacific/Pago_Pago, 2026-12-02T11:00:00.000Z, MISSED
            2026-12-01, 2026-12-01T08:00, Asia/Jakarta, 2026-12-01T00:59:59.999Z, OPEN
            2026-12-01, 2026-12-01T08:00, Asia/Jakarta, 2026-12-01T01:00:00.000Z, MISSED
            2026-12-01T08:00, -, Asia/Jakarta, 2026-12-01T00:59:59.999Z, UPCOMING
            2026-12-01T08:00, -, Asia/Jakarta, 2026-12-01T01:00:00.000Z, OPEN
            2026-12-01T08:00, -, Asia/Jakarta, 2999-12-31T00:00:00.000Z, OPEN
            2026-03-29T02:30, -, Europe/Berlin, 2026-03-29T01:29:59.999Z, UPCOMING
            2026-03-29T02:30, -, Europe/Berlin, 2026-03-29T01:30:00.000Z, OPEN
            2026-10-25T02:30, -, Europe/Berlin, 2026-10-25T00:29:59.999Z, UPCOMING
            2026-10-25T02:30, -, Europe/Berlin, 2026-10-25T00:30:00.000Z, OPEN
            2026-10-25, 2026-10-25, Europe/Berlin, 2026-10-25T22:59:59.999Z, OPEN
            2026-10-25, 2026-10-25, Europe/Berlin, 2026-10-25T23:00:00.000Z, MISSED
            """)
    void the_status_changes_at_the_very_instant_that_hc_wrote(
            String opensAt, @Nullable String windowEndsAt, String zone, Instant now, SessionStatus status) {
        assertThat(life(opensAt, windowEndsAt, ZoneId.of(zone)).statusAt(now)).isEqualTo(status);
    }

    /** The calendar of the zone itself is the judge: any zone, any day of seventy years. */
    @RepeatedTest(ROUNDS)
    void a_date_is_open_on_just_the_days_that_it_names(RepetitionInfo round) {
        var seed = 81_000L + round.getCurrentRepetition();
        var random = new Random(seed);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
        var first = LocalDate.of(1971, 1, 1).plusDays(random.nextInt(25_000));
        var last = first.plusDays(random.nextInt(5));
        var life = life(first.toString(), last.toString(), zone);
        var middle = first.atTime(12, 0).atZone(zone).toInstant();
        for (var step = 0; step < 400; step++) {
            var now = middle.plus(random.nextInt(10 * 24 * 60) - 2 * 24 * 60, ChronoUnit.MINUTES);
            var today = now.atZone(zone).toLocalDate();
            var expected = today.isBefore(first)
                    ? SessionStatus.UPCOMING
                    : today.isAfter(last) ? SessionStatus.MISSED : SessionStatus.OPEN;
            assertThat(life.statusAt(now))
                    .as("seed %d: %s to %s in %s at %s", seed, first, last, zone, now)
                    .isEqualTo(expected);
        }
    }

    /** Opening never goes back: whoever reads later sees the same status or a later one. */
    @RepeatedTest(ROUNDS)
    void time_leads_from_upcoming_over_open_to_missed_and_never_back(RepetitionInfo round) {
        var seed = 82_000L + round.getCurrentRepetition();
        var random = new Random(seed);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
        var opens = LocalDateTime.of(1971, 1, 1, 0, 0).plusMinutes(random.nextInt(36_000_000));
        var ends = opens.plusMinutes(90 + random.nextInt(5_000));
        var life = life(opens.toString(), ends.toString(), zone);
        var order = List.of(SessionStatus.UPCOMING, SessionStatus.OPEN, SessionStatus.MISSED);
        var before = 0;
        for (var now = life.opensAt().minusSeconds(7_200);
                now.isBefore(life.opensAt().plusSeconds(400_000));
                now = now.plusSeconds(1 + random.nextInt(900))) {
            var place = order.indexOf(life.statusAt(now));
            assertThat(place)
                    .as("seed %d: %s in %s at %s", seed, opens, zone, now)
                    .isGreaterThanOrEqualTo(before);
            before = place;
        }
        assertThat(before).as("seed %d", seed).isEqualTo(2);
    }

    @Test
    void two_readers_at_one_instant_see_the_same_whatever_they_have_read_before() {
        var here = life("2026-12-01T08:00", "2026-12-01T18:00", ZoneId.of("Asia/Jakarta"));
        var there = life("2026-12-01T08:00", "2026-12-01T18:00", ZoneId.of("Asia/Jakarta"));
        var opens = Instant.parse("2026-12-01T01:00:00Z");

        assertThat(here.statusAt(opens.plusSeconds(60))).isEqualTo(SessionStatus.OPEN);
        assertThat(there.statusAt(opens.minusMillis(1))).isEqualTo(SessionStatus.UPCOMING);
        assertThat(here.statusAt(opens)).isEqualTo(there.statusAt(opens)).isEqualTo(SessionStatus.OPEN);
        assertThat(here).isEqualTo(there);
    }

    private static SessionLife life(String opensAt, @Nullable String windowEndsAt, ZoneId zone) {
        return SessionLife.of(new Timing(
                OpeningTimes.opening(opensAt, zone),
                windowEndsAt == null ? null : OpeningTimes.ending(windowEndsAt, zone),
                zone.getId(),
                3_600,
                120,
                TimerPolicy.WALL_CLOCK,
                null));
    }
}
