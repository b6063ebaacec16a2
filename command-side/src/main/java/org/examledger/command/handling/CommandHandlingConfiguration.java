package org.examledger.command.handling;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.examledger.events.FactMetadata;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every Axon bean of the command side, by name; nothing is left to be picked by itself. */
@Configuration(proxyBeanMethods = false)
class CommandHandlingConfiguration {
    private static final int BYTES_OF_A_SESSION = 100 * 1024;

    /** Facts and decisions share one clock; see {@link FactClock}. */
    @Bean
    FactClock factClock(Clock server) {
        var clock = new FactClock(server);
        GenericEventMessage.clock = clock;
        return clock;
    }

    /**
     * No transaction surrounds a command: its facts are stored by the log's appender in one statement of their own, and
     * so no transaction can be left behind on a request's thread.
     */
    @Bean
    CommandBus commandBus(EventLog log, AggregateCache cache) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<CommandMessage<?>>(
                new SimpleCorrelationDataProvider(FactMetadata.ACTOR, FactMetadata.ROLE, FactMetadata.CORRELATION)));
        bus.registerHandlerInterceptor(new ForgetUnlessCommitted(cache));
        bus.registerHandlerInterceptor(new PositionOfReply(log));
        return bus;
    }

    /** As many as fit: one for each 100 KiB of heap unless told, which a session of some hundred clicks needs. */
    @Bean
    AggregateCache aggregateCache(@Value("${exam.cached-aggregates:0}") int maximum) {
        var fitting = (int) Math.min(20_000, Runtime.getRuntime().maxMemory() / BYTES_OF_A_SESSION);
        return new AggregateCache(maximum > 0 ? maximum : fitting);
    }

    /** The gateway repeats nothing by itself: what may be repeated is known to {@link Commands}. */
    @Bean
    Commands commands(CommandBus bus, EventLog log, AggregateCache cache) {
        return new Commands(DefaultCommandGateway.builder().commandBus(bus).build(), log, cache);
    }

    @Bean
    Aggregates aggregates(
            CommandBus bus, EventStore facts, AggregateCache cache, FactClock clock, List<Consulted> consulted) {
        var resources = new ArrayList<Object>(consulted);
        resources.add(clock);
        var parameters = new MultiParameterResolverFactory(
                ClasspathParameterResolverFactory.forClass(CommandHandlingConfiguration.class),
                new SimpleResourceParameterResolverFactory(resources));
        return new Aggregates(bus, facts, cache, parameters);
    }
}
