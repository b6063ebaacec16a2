package org.examledger.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.examledger.benchmarks.load.OpenLoop.Due;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final long MILLI = 1_000_000;

    @Test
    void a_click_that_had_to_wait_for_a_stalled_one_counts_from_when_it_was_due() throws Exception {
        var time = new FakeTicker();
        var stalls = new ArrayList<>(List.of(35 * MILLI, 1 * MILLI, 1 * MILLI, 1 * MILLI, 1 * MILLI));

        var count = OpenLoop.client(
                new Due(100 * MILLI, 10 * MILLI, 5),
                () -> new byte[0],
                request -> {
                    time.now += stalls.removeFirst();
                    return true;
                },
                time);

        // Due at 100, 110, 120, 130, 140; done at 135, 136, 137, 138, 141.
        assertThat(millis(count.latencies())).containsExactly(1L, 8L, 17L, 26L, 35L);
        assertThat(count.answered()).isEqualTo(5);
    }

    @Test
    void a_refused_click_is_counted_and_has_no_latency() throws Exception {
        var time = new FakeTicker();

        var count = OpenLoop.client(new Due(0, MILLI, 3), () -> new byte[0], request -> false, time);

        assertThat(count.refused()).isEqualTo(3);
        assertThat(count.answered()).isZero();
        assertThat(count.latencies().getTotalCount()).isZero();
    }

    private static List<Long> millis(org.HdrHistogram.Histogram latencies) {
        var millis = new ArrayList<Long>();
        latencies
                .recordedValues()
                .forEach(value -> millis.add(Math.round(value.getValueIteratedTo() / (double) MILLI)));
        return millis;
    }

    private static final class FakeTicker implements Ticker {
        private long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleepUntil(long nanos) {
            now = Math.max(now, nanos);
        }
    }
}
