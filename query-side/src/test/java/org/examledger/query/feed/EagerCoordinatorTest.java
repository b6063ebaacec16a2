package org.examledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EagerCoordinatorTest {
    @Test
    void only_the_wait_for_space_is_cut_short() {
        try (var coordinator = new EagerCoordinator("tried")) {
            var space = coordinator.schedule(() -> {}, 100, TimeUnit.MILLISECONDS);
            var retry = coordinator.schedule(() -> {}, 60, TimeUnit.SECONDS);

            assertThat(space.getDelay(TimeUnit.MILLISECONDS)).isLessThanOrEqualTo(2);
            assertThat(retry.getDelay(TimeUnit.SECONDS)).isGreaterThan(50);
            coordinator.shutdownNow();
        }
    }
}
