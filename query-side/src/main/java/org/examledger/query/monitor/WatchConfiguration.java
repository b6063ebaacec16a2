package org.examledger.query.monitor;

import java.time.Clock;
import org.examledger.query.http.Admissions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets exams be watched. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatcherSettings.class)
class WatchConfiguration {
    @Bean
    Watchers watchers(Monitor monitor, Admissions admissions, WatcherSettings settings, Clock clock) {
        return new Watchers(monitor, admissions, settings, Pace.USUAL, clock);
    }
}
