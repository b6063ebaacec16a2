package org.examledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GatheringWriterTest {
    private static final Duration MOMENT = Duration.ofMillis(40);

    @Test
    void batches_follow_each_other_with_a_moment_between_and_in_order() throws Exception {
        try (var writer = new GatheringWriter("spaced", MOMENT)) {
            var asked = System.nanoTime();
            var started = new ArrayList<Long>();
            var batches = new ArrayList<Future<?>>();
            for (var batch = 0; batch < 4; batch++) {
                batches.add(writer.submit(() -> started.add(System.nanoTime() - asked)));
            }
            finish(batches);

            for (var batch = 1; batch < 4; batch++) {
                assertThat(started.get(batch)).isGreaterThanOrEqualTo(batch * MOMENT.toNanos());
            }
        }
    }

    private static void finish(List<Future<?>> batches) throws ExecutionException, InterruptedException {
        for (var batch : batches) {
            batch.get();
        }
    }
}
