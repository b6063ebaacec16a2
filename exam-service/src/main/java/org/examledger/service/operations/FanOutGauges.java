package org.examledger.service.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many sessions still have to hear what concerns their whole exam. */
@Component
class FanOutGauges implements MeterBinder {
    private final JdbcClient jdbc;
    private final Glimpses glimpses;

    FanOutGauges(JdbcClient jdbc, Glimpses glimpses) {
        this.jdbc = jdbc;
        this.glimpses = glimpses;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        var open = glimpses.of(this::open);
        Gauge.builder("exam.fanout.sessions", open, it -> it.number(Long::doubleValue))
                .strongReference(true)
                .description("Sessions that still have to hear what concerns all of their exam")
                .register(metrics);
    }

    private Long open() {
        return jdbc.sql("SELECT coalesce(sum(total - done), 0) FROM exam_fan_out WHERE done < total")
                .query(Long.class)
                .single();
    }
}
