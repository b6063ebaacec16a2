package org.examledger.service.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.examledger.store.Appender;
import org.examledger.store.FeedSignal;
import org.springframework.stereotype.Component;

/** How many commands wait for the log, and how far this process knows it to reach. */
@Component
class LogGauges implements MeterBinder {
    private final Appender appender;
    private final FeedSignal signal;

    LogGauges(Appender appender, FeedSignal signal) {
        this.appender = appender;
        this.signal = signal;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        Gauge.builder("exam.log.waiting", appender, it -> it.figures().waiting())
                .description("Commands that wait for the log")
                .register(metrics);
        Gauge.builder("exam.log.position", signal, FeedSignal::lastPosition)
                .description("The newest position of the log that this process has heard of")
                .register(metrics);
    }
}
