package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.examledger.events.session.Visibility;
import org.junit.jupiter.api.Test;

/** R10: only the time between signs of life is used, and of each gap at most a minute. */
class ActiveTimeTest {
    private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant WINDOW_ENDS = START.plusSeconds(36_000);
    private static final int ALLOWED = 600;
    private static final int GRACE = 120;

    private SessionLife life = SessionLife.of(new Timing(
                    START.minusSeconds(7_200), WINDOW_ENDS, "UTC", ALLOWED, GRACE, TimerPolicy.ACTIVE_TIME, null))
            .started(START, START.plusSeconds(ALLOWED));

    private static Instant second(long number) {
        return START.plusSeconds(number);
    }

    private void seen(long... seconds) {
        for (var number : seconds) {
            life = life.seen(second(number), Visibility.VISIBLE);
        }
    }

    @Test
    void short_gaps_use_what_they_last() {
        seen(20, 50, 110);

        assertThat(life.remainingSecondsAt(second(110))).isEqualTo(ALLOWED - 110);
        assertThat(life.deadlineAt(second(110))).isEqualTo(second(ALLOWED));
        assertThat(life.elapsedSecondsAt(second(110))).isEqualTo(110);
    }

    @Test
    void a_long_gap_uses_a_minute_and_moves_the_deadline() {
        seen(1_000);

        assertThat(life.remainingSecondsAt(second(1_000))).isEqualTo(ALLOWED - 60);
        assertThat(life.deadlineAt(second(1_000))).isEqualTo(second(1_000 + ALLOWED - 60));
    }

    @Test
    void the_open_gap_uses_its_minute_too() {
        assertThat(life.remainingSecondsAt(second(59))).isEqualTo(ALLOWED - 59);
        assertThat(life.remainingSecondsAt(second(61))).isEqualTo(ALLOWED - 60);
        assertThat(life.remainingSecondsAt(second(9_000))).isEqualTo(ALLOWED - 60);
        assertThat(life.statusAt(second(9_000), Duration.ofMinutes(10))).isEqualTo(SessionStatus.SILENT);
    }

    @Test
    void the_window_ends_the_session() {
        assertThat(life.deadlineAt(WINDOW_ENDS.minusSeconds(5))).isEqualTo(WINDOW_ENDS);
        assertThat(life.remainingSecondsAt(WINDOW_ENDS.minusSeconds(5))).isEqualTo(5);
        assertThat(life.isOverAt(WINDOW_ENDS.plusSeconds(GRACE))).isFalse();
        assertThat(life.isOverAt(WINDOW_ENDS.plusSeconds(GRACE).plusMillis(1))).isTrue();
        assertThat(life.endedAt(WINDOW_ENDS.plusSeconds(500))).isEqualTo(WINDOW_ENDS);
    }

    @Test
    void once_a_minute_or_less_is_left_the_deadline_stands() {
        seen(60, 120, 180, 240, 300, 360, 420, 480, 540);

        assertThat(life.deadlineAt(second(540))).isEqualTo(second(600));
        assertThat(life.deadlineAt(second(5_000))).isEqualTo(second(600));
        assertThat(life.isOverAt(second(600 + GRACE + 1))).isTrue();
    }

    @Test
    void an_answer_within_the_grace_does_not_move_the_deadline() {
        seen(60, 120, 180, 240, 300, 360, 420, 480, 540, 640, 700);

        assertThat(life.deadlineAt(second(700))).isEqualTo(second(600));
        assertThat(life.lastSignOfLife()).isEqualTo(second(700));
        assertThat(life.remainingSecondsAt(second(700))).isZero();
    }

    @Test
    void an_extension_adds_to_what_is_left() {
        seen(1_000);
        life = life.extended(ALLOWED + 300, second(0), second(1_010));

        assertThat(life.remainingSecondsAt(second(1_010))).isEqualTo(ALLOWED - 60 - 10 + 300);
    }

    @Test
    void taking_away_what_is_left_ends_the_time_at_that_moment_and_not_before() {
        life = life.extended(60, second(0), second(500));

        assertThat(life.deadlineAt(second(500))).isEqualTo(second(500));
        assertThat(life.deadlineAt(second(550))).isEqualTo(second(500));
    }

    @Test
    void a_change_of_time_does_not_make_a_gap_longer() {
        life = life.extended(ALLOWED + 1, second(0), second(40)).extended(ALLOWED, second(0), second(90));

        assertThat(life.remainingSecondsAt(second(3_000))).isEqualTo(ALLOWED - 60);
    }

    @Test
    void a_reopened_session_has_the_seconds_that_were_given_also_behind_its_window() {
        seen(30);
        life = life.ended(SessionStatus.SUBMITTED, second(45))
                .reopened(45 + 200, WINDOW_ENDS.plusSeconds(250), WINDOW_ENDS.plusSeconds(50));

        assertThat(life.ended()).isNull();
        assertThat(life.remainingSecondsAt(WINDOW_ENDS.plusSeconds(50))).isEqualTo(200);
        assertThat(life.deadlineAt(WINDOW_ENDS.plusSeconds(50))).isEqualTo(WINDOW_ENDS.plusSeconds(250));
    }

    @Test
    void what_an_ended_session_used_stays() {
        seen(30);
        life = life.ended(SessionStatus.SUBMITTED, second(45));

        assertThat(life.remainingSecondsAtEnd()).isEqualTo(ALLOWED - 45);
        assertThat(life.elapsedSecondsAt(second(9_999))).isEqualTo(45);
        assertThat(life.deadlineAt(second(9_999))).isEqualTo(second(ALLOWED));
    }

    @Test
    void a_window_that_is_moved_into_the_past_ends_a_running_session_at_that_moment() {
        life = life.rescheduled(START.minusSeconds(9_000), START.minusSeconds(10), second(40));

        assertThat(life.deadlineAt(second(41))).isEqualTo(second(40));
    }

    /** Whatever comes when, a sum over the gaps says the same. */
    @Test
    void remaining_time_is_duration_less_each_gap_up_to_a_minute() {
        var first = new Random().nextInt(1_000_000);
        System.out.println("Signs of life, seeds " + first + " to " + (first + 1_999));
        for (var seed = first; seed < first + 2_000; seed++) {
            var random = new Random(seed);
            life = SessionLife.of(new Timing(START, null, "UTC", 3_000, GRACE, TimerPolicy.ACTIVE_TIME, null))
                    .started(START, second(3_000));
            var now = 0L;
            var used = 0L;
            while (used + 60 < 3_000 && now < 50_000) {
                var gap = random.nextInt(1, random.nextBoolean() ? 40 : 900);
                now += gap;
                used += Math.min(60, gap);
                assertThat(life.remainingSecondsAt(second(now)))
                        .as("seed %d", seed)
                        .isEqualTo(3_000 - used);
                seen(now);
                assertThat(life.deadlineAt(second(now))).as("seed %d", seed).isEqualTo(second(now + 3_000 - used));
            }
        }
    }
}
