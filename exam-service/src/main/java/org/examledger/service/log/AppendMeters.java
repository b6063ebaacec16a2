package org.examledger.service.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.examledger.store.AppendListener;
import org.springframework.stereotype.Component;

/** What appends cost and how they end; {@code docs/operations.md} names the metrics. */
@Component
class AppendMeters implements AppendListener {
    /** P2 and the alarm ask about these; fewer buckets mean less to scrape. */
    private static final Duration[] BOUNDARIES = {
        Duration.ofMillis(1),
        Duration.ofMillis(3),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
    };

    private final Timer append;
    private final DistributionSummary batch;
    private final Counter events;
    private final Counter conflicts;
    private final Counter refused;

    AppendMeters(MeterRegistry metrics) {
        append = Timer.builder("exam.log.append")
                .description("From handing the facts of a command in until their commit was known")
                .serviceLevelObjectives(BOUNDARIES)
                .register(metrics);
        batch = DistributionSummary.builder("exam.log.batch")
                .description("Commands stored with one commit")
                .baseUnit("commands")
                .register(metrics);
        events = Counter.builder("exam.log.events")
                .description("Facts that this process stored")
                .register(metrics);
        conflicts = Counter.builder("exam.log.conflicts")
                .description("Commands decided again because another one was first in their stream")
                .register(metrics);
        refused = Counter.builder("exam.log.refused")
                .description("Commands refused because too many waited for the log")
                .register(metrics);
    }

    @Override
    public void stored(Duration took) {
        append.record(took);
    }

    @Override
    public void committed(int commands, int count) {
        batch.record(commands);
        events.increment(count);
    }

    @Override
    public void conflicted() {
        conflicts.increment();
    }

    @Override
    public void refused() {
        refused.increment();
    }
}
