package org.examledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EagerCoordinatorTest {
    @Test
    void no_wait_is_long_and_the_wait_for_space_is_cut_short() {
        try (var coordinator = new EagerCoordinator("tried")) {
            var space = coordinator.schedule(() -> {}, 100, TimeUnit.MILLISECONDS);
            var claim = coordinator.schedule(() -> {}, 1_000, TimeUnit.MILLISECONDS);
            var retry = coordinator.schedule(() -> {}, 60, TimeUnit.SECONDS);

            assertThat(space.getDelay(TimeUnit.MILLISECONDS)).isLessThanOrEqualTo(2);
            assertThat(claim.getDelay(TimeUnit.MILLISECONDS)).isBetween(500L, 1_000L);
            assertThat(retry.getDelay(TimeUnit.MILLISECONDS)).isBetween(1_000L, 2_000L);
            coordinator.shutdownNow();
        }
    }
}
