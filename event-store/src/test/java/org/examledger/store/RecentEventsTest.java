package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackedEventMessage;
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
        recent.keep(List.of(new FeedEvent(large)));
        keep(3);

        assertThat(after(0, 10)).containsExactly(1L);
        assertThat(after(1, 10)).isEmpty();
        assertThat(after(2, 10)).containsExactly(3L);
    }

    private void keep(long... positions) {
        recent.keep(LongStream.of(positions).mapToObj(RecentEventsTest::at).toList());
    }

    private List<Long> after(long position, int limit) {
        return recent.after(position, limit).stream().map(FeedEvent::position).toList();
    }

    @Test
    void all_readers_share_what_the_first_one_read() {
        keep(1);
        var readings = new AtomicInteger();
        Function<StoredEvent, List<TrackedEventMessage<?>>> reading = row -> {
            readings.incrementAndGet();
            return List.of();
        };

        recent.after(0, 1).getFirst().messages(reading);
        recent.after(0, 1).getFirst().messages(reading);

        assertThat(readings).hasValue(1);
    }

    private static FeedEvent at(long position) {
        return new FeedEvent(StoredEvent.sealed("exam:1", (int) position, 0, Opened.TYPE, new byte[0], new byte[0])
                .storedAt(position));
    }
}
