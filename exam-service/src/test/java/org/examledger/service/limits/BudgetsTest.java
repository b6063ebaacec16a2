package org.examledger.service.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.examledger.service.limits.LimitSettings.Polls;
import org.examledger.service.limits.LimitSettings.Saves;
import org.examledger.service.limits.LimitSettings.SignIns;
import org.examledger.service.limits.LimitSettings.UnknownIds;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    private static final LimitSettings SETTINGS =
            new LimitSettings(new Saves(200, 2000), new Polls(50, 300), new UnknownIds(1, 10), new SignIns(100, 100));

    private final Watch watch = new Watch();
    private final Budgets budgets = new Budgets(SETTINGS, watch);

    private static final class Watch implements TimeMeter {
        private long nanos = 7_000_000_007L;

        void goOn(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    /** How many of so many are had. */
    private int had(String person, Asked asked, int tries) {
        var had = 0;
        for (var nth = 0; nth < tries; nth++) {
            had += budgets.take(person, asked, 1).isZero() ? 1 : 0;
        }
        return had;
    }

    @Test
    void a_person_saves_two_thousand_at_once_and_two_hundred_a_second() {
        assertThat(had("ann", Asked.SAVE, 3_000)).isEqualTo(2_000);
        watch.goOn(Duration.ofSeconds(1));
        assertThat(had("ann", Asked.SAVE, 3_000)).isEqualTo(200);
        watch.goOn(Duration.ofSeconds(4));
        assertThat(had("ann", Asked.SAVE, 3_000)).isEqualTo(800);
        watch.goOn(Duration.ofHours(1));
        assertThat(had("ann", Asked.SAVE, 3_000)).isEqualTo(2_000);
    }

    @Test
    void polls_take_nothing_from_saves() {
        assertThat(had("ann", Asked.POLL, 1_000)).isEqualTo(300);
        assertThat(had("ann", Asked.SAVE, 3_000)).isEqualTo(2_000);
    }

    @Test
    void one_persons_requests_take_nothing_from_anothers() {
        had("ann", Asked.SAVE, 3_000);

        assertThat(had("bob", Asked.SAVE, 3_000)).isEqualTo(2_000);
    }

    @Test
    void who_has_to_wait_is_told_for_how_long() {
        had("ann", Asked.SAVE, 2_000);

        assertThat(budgets.take("ann", Asked.SAVE, 1)).isEqualTo(Duration.ofMillis(5));
        assertThat(budgets.take("ann", Asked.SAVE, 400)).isEqualTo(Duration.ofSeconds(2));
        watch.goOn(Duration.ofMillis(5));
        assertThat(budgets.take("ann", Asked.SAVE, 1)).isZero();
    }

    @Test
    void what_weighs_more_than_the_budget_holds_can_be_had_all_the_same() {
        assertThat(budgets.take("ann", Asked.SAVE, 1_000_000)).isZero();
        assertThat(budgets.take("ann", Asked.SAVE, 1)).isPositive();
    }

    @Test
    void everybody_together_signs_in_a_hundred_times_a_second() {
        assertThat(had("", Asked.SIGN_IN, 150)).isEqualTo(100);
        watch.goOn(Duration.ofMillis(500));
        assertThat(had("", Asked.SIGN_IN, 150)).isEqualTo(50);
    }

    @Test
    void who_names_too_many_unknown_ids_has_to_wait_for_each_further_one() {
        for (var nth = 0; nth < 10; nth++) {
            assertThat(budgets.untilNextGuess("ann")).isZero();
            budgets.guessed("ann");
        }

        assertThat(budgets.untilNextGuess("ann")).isEqualTo(Duration.ofSeconds(1));
        assertThat(budgets.untilNextGuess("bob")).isZero();
        watch.goOn(Duration.ofSeconds(1));
        assertThat(budgets.untilNextGuess("ann")).isZero();
    }

    @Test
    void who_guesses_many_at_the_same_time_pays_for_all_of_them() {
        for (var nth = 0; nth < 40; nth++) {
            budgets.guessed("ann");
        }

        assertThat(budgets.untilNextGuess("ann")).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    void nobody_gets_a_new_budget_by_waiting_until_he_is_forgotten() {
        var slow = new Budgets(
                new LimitSettings(new Saves(1, 600), new Polls(1, 1), new UnknownIds(1, 1), new SignIns(1, 1)), watch);
        slow.take("ann", Asked.SAVE, 600);
        watch.goOn(Duration.ofMinutes(9));

        assertThat(slow.take("ann", Asked.SAVE, 541)).isPositive();
        assertThat(slow.take("ann", Asked.SAVE, 540)).isZero();
    }
}
