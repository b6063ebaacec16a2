package org.examledger.service.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.examledger.query.feed.ProjectionStatus;
import org.examledger.store.LogReader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** How far each read model is behind the log, and whether it stands still; {@code docs/operations.md} names the metrics. */
@Component
@ConditionalOnExpression("'${exam.role:all}' != 'command'")
class ReadModelGauges implements MeterBinder {
    private final ProjectionStatus status;
    private final LogReader log;
    private final Clock clock;
    private final Glimpses glimpses;

    ReadModelGauges(ProjectionStatus status, LogReader log, Clock clock, Glimpses glimpses) {
        this.status = status;
        this.log = log;
        this.clock = clock;
        this.glimpses = glimpses;
    }

    /** @param seconds age of the oldest fact that is not taken in; 0 when there is none */
    private record Lag(
            double events, double seconds, @Nullable String error) {}

    @Override
    public void bindTo(MeterRegistry metrics) {
        var lags = glimpses.of(this::lags);
        for (var model : status.models()) {
            gauge("exam.readmodel.lag.events", model, lags, Lag::events)
                    .description("Facts of the log that are not taken in yet")
                    .register(metrics);
            gauge("exam.readmodel.lag", model, lags, Lag::seconds)
                    .description("Age of the oldest fact that is not taken in yet")
                    .baseUnit("seconds")
                    .register(metrics);
            gauge("exam.readmodel.stands.still", model, lags, it -> it.error() == null ? 0 : 1)
                    .description("1 while a fact cannot be read or taken in by this process")
                    .register(metrics);
        }
    }

    private static Gauge.Builder<?> gauge(
            String name, String model, Glimpse<Map<String, Lag>> lags, ToDoubleFunction<Lag> number) {
        return Gauge.builder(
                        name,
                        lags,
                        it -> it.number(all -> number.applyAsDouble(Objects.requireNonNull(all.get(model)))))
                .tag("model", model)
                .strongReference(true);
    }

    private Map<String, Lag> lags() {
        var head = log.lastPosition();
        return status.lines().stream().collect(Collectors.toMap(ProjectionStatus.Line::model, line -> lag(line, head)));
    }

    private Lag lag(ProjectionStatus.Line line, long head) {
        var behind = Math.max(0, head - line.position());
        return new Lag(behind, behind == 0 ? 0 : ageOfNext(line.position()), line.error());
    }

    private double ageOfNext(long position) {
        return log.eventsAfter(position, 1).stream()
                .map(next -> Duration.between(next.at(), clock.instant()).toMillis() / 1000.0)
                .findFirst()
                .orElse(0.0);
    }
}
