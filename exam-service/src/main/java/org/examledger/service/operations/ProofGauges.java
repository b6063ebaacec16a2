package org.examledger.service.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.examledger.query.proof.NewestCheckpoint;
import org.examledger.query.proof.ProofStatus;
import org.examledger.store.LogReader;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** How old the newest checkpoint is, what it does not cover, and whether signing is held up. */
@Component
@ConditionalOnExpression("'${exam.role:all}' != 'command'")
class ProofGauges implements MeterBinder {
    private final NewestCheckpoint newest;
    private final ProofStatus status;
    private final LogReader log;
    private final Clock clock;
    private final Glimpses glimpses;

    ProofGauges(NewestCheckpoint newest, ProofStatus status, LogReader log, Clock clock, Glimpses glimpses) {
        this.newest = newest;
        this.status = status;
        this.log = log;
        this.clock = clock;
        this.glimpses = glimpses;
    }

    /** @param age in seconds; before the first checkpoint, of the log's first fact */
    private record Checkpoint(double age, double unsigned) {}

    @Override
    public void bindTo(MeterRegistry metrics) {
        var checkpoint = glimpses.of(this::look);
        Gauge.builder("exam.checkpoint.age", checkpoint, it -> it.number(Checkpoint::age))
                .strongReference(true)
                .description("Age of the newest checkpoint")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("exam.checkpoint.unsigned", checkpoint, it -> it.number(Checkpoint::unsigned))
                .strongReference(true)
                .description("Facts of the log that no checkpoint covers yet")
                .register(metrics);
        Gauge.builder("exam.checkpoint.alarm", status, it -> it.alarm().isPresent() ? 1 : 0)
                .description("1 while this process finds that the log cannot be signed")
                .register(metrics);
    }

    private Checkpoint look() {
        var head = log.lastPosition();
        return newest.find()
                .map(signed -> new Checkpoint(age(signed.at()), Math.max(0, head - signed.size())))
                .orElseGet(() -> new Checkpoint(
                        log.eventsAfter(0, 1).stream()
                                .mapToDouble(first -> age(first.at()))
                                .sum(),
                        head));
    }

    private double age(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
