package org.examledger.command.restores;

import org.examledger.command.handling.Aggregates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RestoresConfiguration {
    @Autowired
    void register(Aggregates aggregates) {
        aggregates.register(LogOfRestores.class);
    }
}
