package org.examledger.service.log;

import org.examledger.store.Appender;
import org.examledger.store.FeedWatch;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the threads that store and watch the log are alive. */
@Component("log")
class LogHealth implements HealthIndicator {
    private final Appender appender;
    private final FeedWatch watch;

    LogHealth(Appender appender, FeedWatch watch) {
        this.appender = appender;
        this.watch = watch;
    }

    @Override
    public Health health() {
        return appender.alive() && watch.alive()
                ? Health.up().build()
                : Health.down().build();
    }
}
