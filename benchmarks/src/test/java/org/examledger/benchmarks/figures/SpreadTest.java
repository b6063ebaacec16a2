package org.examledger.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void the_median_of_an_odd_number_of_rounds_is_the_middle_one() {
        assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Spread(4, 1, 9));
    }

    @Test
    void the_median_of_an_even_number_of_rounds_lies_between_the_two_middle_ones() {
        assertThat(Spread.of(List.of(8.0, 2.0, 3.0, 5.0))).isEqualTo(new Spread(4, 2, 8));
    }

    @Test
    void ratios_are_taken_round_by_round() {
        assertThat(Spread.ofRatios(List.of(10.0, 30.0, 8.0), List.of(5.0, 10.0, 4.0)))
                .isEqualTo(new Spread(2, 2, 3));
    }

    @Test
    void nothing_measured_has_no_median() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
    }
}
