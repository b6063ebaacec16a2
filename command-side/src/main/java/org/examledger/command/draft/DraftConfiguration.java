package org.examledger.command.draft;

import java.time.Duration;
import org.examledger.command.handling.Aggregates;
import org.examledger.command.handling.Commands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

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
}
