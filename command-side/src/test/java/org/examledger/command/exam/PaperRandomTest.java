package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaperRandomTest {
    /** Computed with another implementation, in Python, after the words of the class's documentation. */
    @Test
    void it_is_the_documented_algorithm() {
        var random = new PaperRandom(-7046029254386353131L, "person-ä", 2);

        assertThat(List.of(random.next(), random.next(), random.next()))
                .containsExactly(-6754198136478254107L, -5312858828587131909L, -6134891777776853965L);
    }

    @Test
    void numbers_stay_below_their_bound_and_reach_all_below_it() {
        var random = new PaperRandom(1, "person-a", 1);

        assertThat(IntStream.range(0, 1000)
                        .map(it -> random.below(7))
                        .distinct()
                        .sorted())
                .containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void shuffling_keeps_every_element() {
        var list = new ArrayList<>(IntStream.range(0, 50).boxed().toList());
        new PaperRandom(2, "person-a", 1).shuffle(list);

        assertThat(list)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 50).boxed().toList())
                .isNotEqualTo(IntStream.range(0, 50).boxed().toList());
    }
}
