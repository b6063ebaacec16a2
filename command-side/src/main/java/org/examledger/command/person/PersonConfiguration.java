package org.examledger.command.person;

import org.examledger.command.handling.Aggregates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PersonConfiguration {
    @Autowired
    void register(Aggregates aggregates) {
        aggregates.register(Person.class);
    }
}
