package org.examledger.command.draft;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.examledger.command.handling.Aggregates;
import org.examledger.command.handling.Commands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DraftConfiguration {
    @Autowired
    void register(Aggregates aggregates) {
        aggregates.register(ExamDraft.class);
    }

    @Bean
    ExamDefaults examDefaults(@Value("${exam.zone:UTC}") String zone, @Value("${exam.grace:120s}") Duration grace) {
        return new ExamDefaults(zone, (int) grace.toSeconds());
    }

    @Bean
    WhenDraftsUntouchedThenExpireThem whenDraftsUntouched(UntouchedDrafts untouched, Commands commands) {
        return new WhenDraftsUntouchedThenExpireThem(untouched, commands);
    }

    /** Looks soon after each start, because a service that is restarted every day would never come to a daily look. */
    @Component
    static class Daily {
        private final WhenDraftsUntouchedThenExpireThem expiry;
        private final Clock clock;

        Daily(WhenDraftsUntouchedThenExpireThem expiry, Clock clock) {
            this.expiry = expiry;
            this.clock = clock;
        }

        @Scheduled(initialDelay = 5, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
        void look() {
            expiry.expireAsOf(clock.instant());
        }
    }
}
