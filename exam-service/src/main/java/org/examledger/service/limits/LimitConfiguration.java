package org.examledger.service.limits;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.examledger.service.problems.ProblemWriter;
import org.examledger.service.security.SecurityEvents;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the limits between security and everything that costs something. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {
    /** After security (−100), before whatever looks at a body. */
    private static final int AFTER_SECURITY = -90;

    /** Of any thread: a generator for each of them would only take memory. */
    private static final RandomGenerator RANDOM =
            () -> ThreadLocalRandom.current().nextLong();

    @Bean
    Traffic traffic(OverloadSettings settings) {
        return new Traffic(settings);
    }

    @Bean
    FilterRegistrationBean<LimitFilter> limits(
            LimitSettings settings,
            Traffic traffic,
            MeterRegistry metrics,
            ProblemWriter problems,
            SecurityEvents events) {
        var filter = new LimitFilter(
                new Budgets(settings, TimeMeter.SYSTEM_NANOTIME),
                traffic,
                new RefusedRequests(metrics, traffic),
                problems,
                events,
                RANDOM);
        var registered = new FilterRegistrationBean<>(filter);
        registered.setOrder(AFTER_SECURITY);
        return registered;
    }
}
