package org.examledger.command.session;

import org.examledger.command.handling.Aggregates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    @Autowired
    void register(Aggregates aggregates) {
        aggregates.register(ExamSession.class);
    }
}
