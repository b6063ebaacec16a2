package org.examledger.benchmarks.stock;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.examledger.benchmarks.web.SignIn;
import org.examledger.command.CommandSide;
import org.examledger.command.draft.UntouchedDrafts;
import org.examledger.command.handling.PortalNumbers;
import org.examledger.command.restores.SignedRows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/** Our command side around an engine of Axon's: the same controllers, aggregates and cache. */
@Configuration(proxyBeanMethods = false)
@Import({CommandSide.class, SignIn.class, PeopleInMemory.class, NoPictures.class, FanOutsInMemory.class, StockLog.class
})
class StockWiring {
    static Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    @Bean
    @Primary
    static Clock serverClock() {
        return Clock.systemUTC();
    }

    /** The engines cannot tell, and no draft of a benchmark lives for thirty days. */
    @Bean
    static UntouchedDrafts untouchedDrafts() {
        return since -> List.of();
    }

    /** No exam of a benchmark is for the portal. */
    @Bean
    static PortalNumbers portalNumbers() {
        return (exam, persons) -> Set.of();
    }

    /** Stock engines sign nothing, so nothing that was signed is missing. */
    @Bean
    static SignedRows signedRows() {
        return Optional::empty;
    }

    @Bean
    static TransactionManager transactions(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean(destroyMethod = "shutDown")
    static EventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    /** Our bus has no transaction, because our log needs none; the stock engines do. */
    @Configuration(proxyBeanMethods = false)
    static class TransactionAround {
        @Autowired
        void register(CommandBus bus, TransactionManager transactions) {
            bus.registerHandlerInterceptor((work, chain) -> {
                work.attachTransaction(transactions);
                return chain.proceed();
            });
        }
    }
}
