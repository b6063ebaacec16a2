package org.examledger.command.pool;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PoolConfiguration {
    @Bean
    PoolsAtHand poolsAtHand(EventStore facts) {
        return new PublishedPools(facts);
    }
}
