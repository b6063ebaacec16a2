package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private final RecentEvents recent = new RecentEvents(8);

    @Test
    void a_run_ends_where_a_row_is_missing() {
        keep(3, 4, 6);

        assertThat(after(2, 10)).containsExactly(3L, 4L);
        assertThat(after(5, 10)).containsExactly(6L);
        assertThat(after(0, 10)).isEmpty();
        assertThat(after(6, 10)).isEmpty();
    }

    @Test
    void no_more_than_asked_for_is_returned() {
        keep(1, 2, 3);

        assertThat(after(0, 2)).containsExactly(1L, 2L);
    }

    @Test
    void the_newest_rows_displace_the_oldest_and_never_the_other_way_round() {
        keep(1, 2, 3, 4, 5, 6, 7, 8, 9);
        keep(1);

        assertThat(after(0, 10)).isEmpty();
        assertThat(after(1, 20)).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void a_large_row_is_not_kept() {
        var large = StoredEvent.sealed(
                        "exam:1", 2, 0, Opened.TYPE, new byte[0], new byte[RecentEvents.LARGEST_BYTES + 1])
                .storedAt(2);
        keep(1);
        recent.keep(List.of(large));
        keep(3);

        assertThat(after(0, 10)).containsExactly(1L);
        assertThat(after(1, 10)).isEmpty();
        assertThat(after(2, 10)).containsExactly(3L);
    }

    private void keep(long... positions) {
        recent.keep(LongStream.of(positions).mapToObj(RecentEventsTest::at).toList());
    }

    private List<Long> after(long position, int limit) {
        return recent.after(position, limit).stream().map(StoredEvent::position).toList();
    }

    private static StoredEvent at(long position) {
        return StoredEvent.sealed("exam:1", (int) position, 0, Opened.TYPE, new byte[0], new byte[0])
                .storedAt(position);
    }
}
