package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.events.rules.SessionStatus.IN_PROGRESS;
import static org.examledger.events.rules.SessionStatus.MISSED;
import static org.examledger.events.rules.SessionStatus.OPEN;
import static org.examledger.events.rules.SessionStatus.SILENT;
import static org.examledger.events.rules.SessionStatus.SUBMITTED;
import static org.examledger.events.rules.SessionStatus.TIMED_OUT;
import static org.examledger.events.rules.SessionStatus.UPCOMING;

import java.time.Duration;
import java.time.Instant;
import org.examledger.events.session.Visibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionLifeTest {
    private static final Instant OPENS = Instant.parse("2026-12-01T08:00:00Z");
    private static final Instant WINDOW_ENDS = Instant.parse("2026-12-01T18:00:00Z");
    private static final Instant STARTED = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2026-12-01T10:30:00Z");
    private static final int GRACE = 120;
    private static final long ALLOWED = 5_400;
    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final Duration TICK = Duration.ofMillis(1);

    private static SessionLife notStarted(@Nullable Instant windowEnds) {
        return new SessionLife(
                OPENS, windowEnds, ALLOWED, GRACE, null, null, null, Visibility.VISIBLE, null, null, null);
    }

    private static SessionLife running(Instant lastSignOfLife, Visibility visibility) {
        return new SessionLife(
                OPENS, WINDOW_ENDS, ALLOWED, GRACE, STARTED, DEADLINE, lastSignOfLife, visibility, null, null, null);
    }

    private static SessionLife ended(SessionStatus end, Instant at) {
        return new SessionLife(
                OPENS, WINDOW_ENDS, ALLOWED, GRACE, STARTED, DEADLINE, at, Visibility.VISIBLE, end, at, null);
    }

    @Test
    void a_session_is_upcoming_until_the_very_instant_at_which_it_opens() {
        assertThat(notStarted(WINDOW_ENDS).statusAt(OPENS.minus(TICK), SILENCE)).isEqualTo(UPCOMING);
        assertThat(notStarted(WINDOW_ENDS).statusAt(OPENS, SILENCE)).isEqualTo(OPEN);
    }

    @Test
    void a_session_that_nobody_started_is_missed_from_the_end_of_its_window_on() {
        assertThat(notStarted(WINDOW_ENDS).statusAt(WINDOW_ENDS.minus(TICK), SILENCE))
                .isEqualTo(OPEN);
        assertThat(notStarted(WINDOW_ENDS).statusAt(WINDOW_ENDS, SILENCE)).isEqualTo(MISSED);
    }

    @Test
    void a_window_without_an_end_stays_open() {
        assertThat(notStarted(null).statusAt(OPENS.plus(Duration.ofDays(10_000)), SILENCE))
                .isEqualTo(OPEN);
    }

    @Test
    void a_running_session_is_not_limited_by_its_window() {
        var lateStart = new SessionLife(
                OPENS,
                WINDOW_ENDS,
                ALLOWED,
                GRACE,
                WINDOW_ENDS.minus(TICK),
                WINDOW_ENDS.plusSeconds(ALLOWED),
                WINDOW_ENDS,
                Visibility.VISIBLE,
                null,
                null,
                null);

        assertThat(lateStart.statusAt(WINDOW_ENDS.plusSeconds(60), SILENCE)).isEqualTo(IN_PROGRESS);
    }

    @Test
    void between_deadline_and_deadline_plus_grace_a_session_is_in_progress_with_no_seconds_left() {
        var life = running(DEADLINE.minusSeconds(1), Visibility.VISIBLE);

        for (var now : new Instant[] {DEADLINE, DEADLINE.plusSeconds(1), DEADLINE.plusSeconds(GRACE)}) {
            assertThat(life.statusAt(now, SILENCE)).isEqualTo(IN_PROGRESS);
            assertThat(life.remainingSecondsAt(now)).isZero();
            assertThat(life.isOverAt(now)).isFalse();
        }
    }

    @Test
    void an_answer_at_the_last_instant_of_grace_counts_and_one_millisecond_later_does_not() {
        var life = running(DEADLINE, Visibility.VISIBLE);
        var last = DEADLINE.plusSeconds(GRACE);

        assertThat(life.isOverAt(last)).isFalse();
        assertThat(life.isOverAt(last.plus(TICK))).isTrue();
        assertThat(life.statusAt(last.plus(TICK), SILENCE)).isEqualTo(TIMED_OUT);
    }

    @Test
    void time_that_ran_out_is_seen_before_any_fact_says_so_and_ended_at_the_deadline() {
        var life = running(DEADLINE, Visibility.VISIBLE);
        var muchLater = DEADLINE.plus(Duration.ofHours(7));

        assertThat(life.statusAt(muchLater, SILENCE)).isEqualTo(TIMED_OUT);
        assertThat(life.endedAt(muchLater)).isEqualTo(DEADLINE);
        assertThat(life.endedAt(DEADLINE.plusSeconds(GRACE))).isNull();
    }

    @Test
    void a_grace_of_zero_ends_with_the_deadline() {
        var life = new SessionLife(
                OPENS, null, ALLOWED, 0, STARTED, DEADLINE, STARTED, Visibility.VISIBLE, null, null, null);

        assertThat(life.isOverAt(DEADLINE)).isFalse();
        assertThat(life.isOverAt(DEADLINE.plus(TICK))).isTrue();
    }

    @Test
    void ten_minutes_without_a_sign_of_life_read_as_silent() {
        var last = STARTED.plusSeconds(30);
        var life = running(last, Visibility.VISIBLE);

        assertThat(life.statusAt(last.plus(SILENCE).minus(TICK), SILENCE)).isEqualTo(IN_PROGRESS);
        assertThat(life.statusAt(last.plus(SILENCE), SILENCE)).isEqualTo(SILENT);
    }

    @Test
    void from_the_deadline_on_nobody_is_called_silent() {
        var life = running(STARTED, Visibility.VISIBLE);

        assertThat(life.statusAt(DEADLINE.minus(TICK), SILENCE)).isEqualTo(SILENT);
        assertThat(life.statusAt(DEADLINE, SILENCE)).isEqualTo(IN_PROGRESS);
    }

    @Test
    void for_deciding_a_silent_session_is_a_running_one() {
        var life = running(STARTED, Visibility.VISIBLE);

        assertThat(life.statusAt(DEADLINE.minus(TICK))).isEqualTo(IN_PROGRESS);
    }

    @ParameterizedTest
    @EnumSource(
            value = SessionStatus.class,
            names = {"SUBMITTED", "CLOSED", "TIMED_OUT", "ABANDONED", "WITHDRAWN", "CANCELLED"})
    void a_stored_end_is_the_status_whatever_the_clock_says(SessionStatus end) {
        var life = ended(end, STARTED.plusSeconds(700));

        assertThat(life.statusAt(OPENS.minusSeconds(1), SILENCE)).isEqualTo(end);
        assertThat(life.statusAt(DEADLINE.plus(Duration.ofDays(1)), SILENCE)).isEqualTo(end);
        assertThat(life.remainingSecondsAt(STARTED.plusSeconds(701))).isZero();
        assertThat(life.endedAt(DEADLINE.plus(Duration.ofDays(1)))).isEqualTo(STARTED.plusSeconds(700));
    }

    @Test
    void before_the_start_all_seconds_remain() {
        assertThat(notStarted(WINDOW_ENDS).remainingSecondsAt(OPENS)).isEqualTo(ALLOWED);
    }

    @Test
    void remaining_seconds_are_whole_seconds_and_never_negative() {
        var life = running(STARTED, Visibility.VISIBLE);

        assertThat(life.remainingSecondsAt(STARTED)).isEqualTo(ALLOWED);
        assertThat(life.remainingSecondsAt(DEADLINE.minusMillis(1_999))).isEqualTo(1);
        assertThat(life.remainingSecondsAt(DEADLINE.minusMillis(999))).isZero();
        assertThat(life.remainingSecondsAt(DEADLINE.plusSeconds(9_999))).isZero();
    }

    @Test
    void remaining_seconds_are_never_more_than_allowed() {
        var life = running(STARTED, Visibility.VISIBLE);

        assertThat(life.remainingSecondsAt(STARTED.minusSeconds(50))).isEqualTo(ALLOWED);
    }

    @Test
    void elapsed_seconds_run_from_the_start_to_the_deadline_at_most() {
        var life = running(STARTED, Visibility.VISIBLE);

        assertThat(life.elapsedSecondsAt(STARTED.minusSeconds(5))).isZero();
        assertThat(life.elapsedSecondsAt(STARTED.plusMillis(61_999))).isEqualTo(61);
        assertThat(life.elapsedSecondsAt(DEADLINE.plusSeconds(GRACE))).isEqualTo(ALLOWED);
        assertThat(notStarted(null).elapsedSecondsAt(DEADLINE)).isZero();
    }

    @Test
    void elapsed_seconds_stop_with_the_end() {
        assertThat(ended(SUBMITTED, STARTED.plusSeconds(333)).elapsedSecondsAt(DEADLINE))
                .isEqualTo(333);
    }

    @Test
    void a_visible_page_is_online_for_75_seconds_after_its_sign_of_life() {
        var last = STARTED.plusSeconds(40);
        var life = running(last, Visibility.VISIBLE);

        assertThat(life.connectionAt(last.plusSeconds(75), SILENCE)).isEqualTo(Connection.ONLINE);
        assertThat(life.connectionAt(last.plusSeconds(75).plus(TICK), SILENCE)).isEqualTo(Connection.OFFLINE);
    }

    @Test
    void a_hidden_page_is_idle_for_as_long() {
        var last = STARTED.plusSeconds(41);
        var life = running(last, Visibility.HIDDEN);

        assertThat(life.connectionAt(last.plusSeconds(75), SILENCE)).isEqualTo(Connection.IDLE);
        assertThat(life.connectionAt(last.plusSeconds(76), SILENCE)).isEqualTo(Connection.OFFLINE);
    }

    @Test
    void a_page_that_was_left_is_offline_at_once() {
        var last = STARTED.plusSeconds(42);

        assertThat(running(last, Visibility.LEAVING).connectionAt(last, SILENCE))
                .isEqualTo(Connection.OFFLINE);
    }

    @Test
    void after_ten_quiet_minutes_the_connection_is_silent() {
        var last = STARTED.plusSeconds(43);
        var life = running(last, Visibility.HIDDEN);

        assertThat(life.connectionAt(last.plus(SILENCE).minus(TICK), SILENCE)).isEqualTo(Connection.OFFLINE);
        assertThat(life.connectionAt(last.plus(SILENCE), SILENCE)).isEqualTo(Connection.SILENT);
    }

    @Test
    void who_is_not_in_progress_is_offline() {
        assertThat(notStarted(WINDOW_ENDS).connectionAt(OPENS, SILENCE)).isEqualTo(Connection.OFFLINE);
        assertThat(ended(SUBMITTED, STARTED.plusSeconds(5)).connectionAt(STARTED.plusSeconds(6), SILENCE))
                .isEqualTo(Connection.OFFLINE);
        assertThat(running(DEADLINE, Visibility.VISIBLE)
                        .connectionAt(DEADLINE.plusSeconds(GRACE).plus(TICK), SILENCE))
                .isEqualTo(Connection.OFFLINE);
    }

    @Test
    void exactly_the_states_that_take_no_more_answers_are_ends() {
        for (var status : SessionStatus.values()) {
            var takesAnswersOrMayStillStart = status == UPCOMING || status == OPEN || status.isRunning();
            assertThat(status.isEnd()).as("%s", status).isEqualTo(!takesAnswersOrMayStillStart);
        }
        assertThat(IN_PROGRESS.isRunning()).isTrue();
        assertThat(SILENT.isRunning()).isTrue();
    }

    @Test
    void connections_have_the_words_of_the_api() {
        assertThat(Connection.values())
                .extracting(Connection::word)
                .containsExactlyInAnyOrder("online", "idle", "offline", "silent");
    }
}
