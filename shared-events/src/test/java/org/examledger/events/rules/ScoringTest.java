package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
    @Test
    void a_single_choice_is_right_when_the_option_is_one_of_the_right_ones() {
        assertThat(Scoring.isRight(List.of(3), List.of(2, 3), false)).isTrue();
        assertThat(Scoring.isRight(List.of(4), List.of(2, 3), false)).isFalse();
    }

    @Test
    void two_options_are_never_right_for_a_single_choice() {
        assertThat(Scoring.isRight(List.of(2, 3), List.of(2, 3), false)).isFalse();
    }

    @Test
    void a_multiple_choice_is_right_when_all_right_options_and_no_other_are_chosen() {
        assertThat(Scoring.isRight(List.of(5, 1), List.of(1, 5), true)).isTrue();
        assertThat(Scoring.isRight(List.of(1), List.of(1, 5), true)).isFalse();
        assertThat(Scoring.isRight(List.of(1, 5, 6), List.of(1, 5), true)).isFalse();
    }

    @Test
    void an_option_named_twice_counts_once() {
        assertThat(Scoring.isRight(List.of(1, 5, 5), List.of(1, 5), true)).isTrue();
    }

    @Test
    void nothing_chosen_is_never_right() {
        assertThat(Scoring.isRight(List.of(), List.of(1), false)).isFalse();
        assertThat(Scoring.isRight(List.of(), List.of(1), true)).isFalse();
        assertThat(Scoring.isRight(List.of(), List.of(), true)).isFalse();
    }

    @ParameterizedTest(name = "{0} of {1} points are {2} percent")
    @CsvSource({
        "0, 7, 0",
        "7, 7, 100",
        "1, 3, 33",
        "2, 3, 66",
        "199, 200, 99",
        "0, 0, 0",
        "999999999, 1000000000, 99",
        "9000000000, 9000000000, 100"
    })
    void the_percentage_is_floored(long points, long maximum, int percent) {
        assertThat(Scoring.percent(points, maximum)).isEqualTo(percent);
    }

    @Test
    void the_pass_mark_itself_passes() {
        assertThat(Scoring.isPassed(60, 60)).isTrue();
        assertThat(Scoring.isPassed(59, 60)).isFalse();
        assertThat(Scoring.isPassed(0, 0)).isTrue();
    }

    @Test
    void flooring_decides_against_passing_by_a_hair() {
        assertThat(Scoring.isPassed(Scoring.percent(599, 1000), 60)).isFalse();
    }

    @Test
    void a_score_names_the_first_version_of_these_rules() {
        assertThat(Scoring.RULE_VERSION).isEqualTo(1);
    }
}
