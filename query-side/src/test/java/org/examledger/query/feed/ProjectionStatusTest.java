package org.examledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.examledger.query.world.QuerySideTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class ProjectionStatusTest {
    @Autowired
    private ReadPositions positions;

    private final String model = "model-" + UUID.randomUUID();

    @Test
    void what_another_process_has_got_past_is_no_standstill_any_more() {
        var status = new ProjectionStatus(List.of(model), positions);
        positions.store(model, 41);
        assertThat(status.isHealthy()).isTrue();

        status.unreadable(model, new IllegalStateException("planted"), 42);
        assertThat(status.isHealthy()).isFalse();
        assertThat(status.lines().getFirst().error()).contains("planted");

        positions.store(model, 42);
        assertThat(status.isHealthy()).isTrue();
        assertThat(status.lines()).containsExactly(new ProjectionStatus.Line(model, 42, null));
    }

    @Test
    void a_failure_to_apply_is_shown_until_it_is_past() {
        var status = new ProjectionStatus(List.of(model), positions);
        status.failed(model, new IllegalStateException("planted"), 17);
        status.readable(model);
        assertThat(status.isHealthy())
                .as("that it can be read does not apply it")
                .isFalse();

        positions.store(model, 17);
        assertThat(status.isHealthy()).isTrue();
    }
}
