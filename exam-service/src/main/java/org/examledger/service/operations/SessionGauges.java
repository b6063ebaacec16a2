package org.examledger.service.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.examledger.query.life.SessionCounts;
import org.examledger.service.ExamSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** How many sessions run, and of how many nothing is heard; the same numbers from every process. */
@Component
@ConditionalOnExpression("'${exam.role:all}' != 'command'")
class SessionGauges implements MeterBinder {
    private final SessionCounts counts;
    private final ExamSettings settings;
    private final Clock clock;
    private final Glimpses glimpses;

    SessionGauges(SessionCounts counts, ExamSettings settings, Clock clock, Glimpses glimpses) {
        this.counts = counts;
        this.settings = settings;
        this.clock = clock;
        this.glimpses = glimpses;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        var running = glimpses.of(() -> counts.running(clock.instant(), settings.silence()));
        Gauge.builder("exam.sessions.running", running, it -> it.number(SessionCounts.Running::heard))
                .strongReference(true)
                .description("Sessions under way, by whether there was a sign of life lately")
                .tag("heard", "yes")
                .register(metrics);
        Gauge.builder("exam.sessions.running", running, it -> it.number(SessionCounts.Running::silent))
                .strongReference(true)
                .description("Sessions under way, by whether there was a sign of life lately")
                .tag("heard", "no")
                .register(metrics);
    }
}
