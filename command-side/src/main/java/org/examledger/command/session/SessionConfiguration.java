package org.examledger.command.session;

import java.time.Clock;
import org.examledger.command.handling.Aggregates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    @Autowired
    void register(Aggregates aggregates) {
        aggregates.register(ExamSession.class);
    }

    @Bean
    WrongWords wrongWords(@Value("${exam.limits.wrong-access-tokens:5}") int most, Clock clock) {
        return new WrongWords(most, clock);
    }
}
