package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClientOrderTest {
    @Test
    void a_later_epoch_is_after_every_sequence_of_an_earlier_one() {
        assertThat(new ClientOrder(2, 1).isAfter(new ClientOrder(1, Long.MAX_VALUE)))
                .isTrue();
        assertThat(new ClientOrder(1, Long.MAX_VALUE).isAfter(new ClientOrder(2, 1)))
                .isFalse();
    }

    @Test
    void within_an_epoch_the_sequence_decides() {
        assertThat(new ClientOrder(3, 8).isAfter(new ClientOrder(3, 7))).isTrue();
        assertThat(new ClientOrder(3, 7).isAfter(new ClientOrder(3, 8))).isFalse();
    }

    @Test
    void nothing_is_after_itself() {
        assertThat(new ClientOrder(4, 5).isAfter(new ClientOrder(4, 5))).isFalse();
    }

    @Test
    void every_click_is_after_none() {
        assertThat(new ClientOrder(1, 1).isAfter(ClientOrder.NONE)).isTrue();
        assertThat(new ClientOrder(0, 1).isAfter(ClientOrder.NONE)).isTrue();
    }

    @Test
    void the_highest_sequence_a_browser_can_count_to_keeps_its_place() {
        var highest = (1L << 53) - 1;

        assertThat(new ClientOrder(1, highest).isAfter(new ClientOrder(1, highest - 1)))
                .isTrue();
    }

    @Test
    void sorting_clicks_gives_the_order_in_which_they_were_made() {
        var first = new ClientOrder(1, 2);
        var second = new ClientOrder(1, 10);
        var third = new ClientOrder(2, 1);

        assertThat(Stream.of(third, second, first).sorted()).containsExactly(first, second, third);
    }
}
