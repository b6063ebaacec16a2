package org.examledger.service.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.examledger.query.monitor.Watchers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Shows how many watch exams through this process; {@code docs/operations.md} names the metrics. */
@Component
@ConditionalOnExpression("'${exam.role:all}' != 'command'")
class WatcherGauges implements MeterBinder {
    private final Watchers watchers;

    WatcherGauges(Watchers watchers) {
        this.watchers = watchers;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        Gauge.builder("exam.monitor.watchers", watchers, Watchers::count).register(metrics);
        Gauge.builder("exam.monitor.watched", watchers, Watchers::exams).register(metrics);
    }
}
