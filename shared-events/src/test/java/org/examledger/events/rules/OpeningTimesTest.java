package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTimesTest {
    @ParameterizedTest(name = "{0} in {1} opens at {2}")
    @CsvSource({
        "2026-12-01, UTC, 2026-12-01T00:00:00Z",
        "2026-12-01, Europe/Berlin, 2026-11-30T23:00:00Z",
        "2026-12-01, Asia/Tokyo, 2026-11-30T15:00:00Z",
        "2026-12-01, Pacific/Kiritimati, 2026-11-30T10:00:00Z",
        "2026-12-01, America/New_York, 2026-12-01T05:00:00Z",
        "2026-12-01, Pacific/Pago_Pago, 2026-12-01T11:00:00Z",
        "2026-12-01, Asia/Kathmandu, 2026-11-30T18:15:00Z"
    })
    void a_date_opens_at_the_start_of_that_day_in_the_exams_zone(String text, String zone, Instant opens) {
        assertThat(OpeningTimes.opening(text, ZoneId.of(zone))).isEqualTo(opens);
    }

    @ParameterizedTest(name = "{0} in {1} is over at {2}")
    @CsvSource({
        "2026-12-01, UTC, 2026-12-02T00:00:00Z",
        "2026-12-31, Asia/Tokyo, 2026-12-31T15:00:00Z",
        "2026-12-31, America/New_York, 2027-01-01T05:00:00Z",
        "2028-02-28, UTC, 2028-02-29T00:00:00Z",
        "2028-02-29, UTC, 2028-03-01T00:00:00Z"
    })
    void a_date_as_window_end_is_over_with_that_day(String text, String zone, Instant over) {
        assertThat(OpeningTimes.ending(text, ZoneId.of(zone))).isEqualTo(over);
    }

    @Test
    void a_window_of_one_date_lasts_the_hours_that_this_day_has() {
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(hours("2026-03-29", berlin)).isEqualTo(23);
        assertThat(hours("2026-03-30", berlin)).isEqualTo(24);
        assertThat(hours("2026-10-25", berlin)).isEqualTo(25);
    }

    private static long hours(String date, ZoneId zone) {
        var opens = OpeningTimes.opening(date, zone);
        return opens.until(OpeningTimes.ending(date, zone), java.time.temporal.ChronoUnit.HOURS);
    }

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource({
        "2026-12-01T08:00, UTC, 2026-12-01T08:00:00Z",
        "2026-12-01T08:00, Europe/Berlin, 2026-12-01T07:00:00Z",
        "2026-07-01T08:00, Europe/Berlin, 2026-07-01T06:00:00Z",
        "2026-12-01T00:00, Asia/Tokyo, 2026-11-30T15:00:00Z",
        "2026-12-01T23:59:59, America/Los_Angeles, 2026-12-02T07:59:59Z"
    })
    void a_date_time_is_the_same_instant_as_opening_and_as_ending(String text, String zone, Instant instant) {
        assertThat(OpeningTimes.opening(text, ZoneId.of(zone))).isEqualTo(instant);
        assertThat(OpeningTimes.ending(text, ZoneId.of(zone))).isEqualTo(instant);
    }

    @ParameterizedTest(name = "{0} in {1} does not exist and means {2}")
    @CsvSource({
        "2026-03-29T02:30, Europe/Berlin, 2026-03-29T01:30:00Z",
        "2026-03-29T02:00, Europe/Berlin, 2026-03-29T01:00:00Z",
        "2026-03-08T02:30, America/New_York, 2026-03-08T07:30:00Z",
        "2026-10-04T02:15, Australia/Lord_Howe, 2026-10-03T15:45:00Z",
        "2018-11-04T00:00, America/Sao_Paulo, 2018-11-04T03:00:00Z"
    })
    void a_time_in_a_gap_means_the_later_instant(String text, String zone, Instant instant) {
        assertThat(OpeningTimes.opening(text, ZoneId.of(zone))).isEqualTo(instant);
        assertThat(OpeningTimes.ending(text, ZoneId.of(zone))).isEqualTo(instant);
    }

    @ParameterizedTest(name = "{0} in {1} occurs twice and means {2}")
    @CsvSource({
        "2026-10-25T02:30, Europe/Berlin, 2026-10-25T00:30:00Z",
        "2026-11-01T01:30, America/New_York, 2026-11-01T05:30:00Z",
        "2026-04-05T01:45, Australia/Lord_Howe, 2026-04-04T14:45:00Z",
        "2026-11-01T00:30, America/Havana, 2026-11-01T04:30:00Z"
    })
    void a_time_in_an_overlap_means_the_earlier_instant(String text, String zone, Instant instant) {
        assertThat(OpeningTimes.opening(text, ZoneId.of(zone))).isEqualTo(instant);
        assertThat(OpeningTimes.ending(text, ZoneId.of(zone))).isEqualTo(instant);
    }

    @Test
    void a_day_without_a_midnight_opens_at_its_first_moment() {
        var saoPaulo = ZoneId.of("America/Sao_Paulo");

        assertThat(OpeningTimes.opening("2018-11-04", saoPaulo)).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
        assertThat(OpeningTimes.ending("2018-11-03", saoPaulo)).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
    }

    @Test
    void a_day_with_two_midnights_opens_at_the_first() {
        assertThat(OpeningTimes.opening("2026-11-01", ZoneId.of("America/Havana")))
                .isEqualTo(Instant.parse("2026-11-01T04:00:00Z"));
    }

    @Test
    void a_day_that_a_zone_skipped_opens_with_the_next() {
        assertThat(OpeningTimes.opening("2011-12-30", ZoneId.of("Pacific/Apia")))
                .isEqualTo(Instant.parse("2011-12-30T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-02-30",
                "2026-12-1",
                "2026-12-01T",
                "2026-12-01T24:01",
                "2026-12-01T08:00Z",
                "2026-12-01t08:00",
                " 2026-12-01"
            })
    void what_is_neither_a_date_nor_a_date_time_is_refused(String text) {
        var utc = ZoneId.of("UTC");

        assertThatThrownBy(() -> OpeningTimes.opening(text, utc)).isInstanceOf(DateTimeParseException.class);
        assertThatThrownBy(() -> OpeningTimes.ending(text, utc)).isInstanceOf(DateTimeParseException.class);
    }
}
