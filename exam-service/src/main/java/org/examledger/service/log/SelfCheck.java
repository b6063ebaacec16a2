package org.examledger.service.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.examledger.store.LogEventStore;
import org.examledger.store.PostgresEventStorageEngine;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Refuses to start when one of Axon's parts is not the one that was chosen here: a class on the path must never decide
 * silently where facts go, how they are written, or whether a projection's rows and token are one transaction.
 */
@Component
class SelfCheck implements SmartInitializingSingleton {
    private static final Map<Class<?>, Class<?>> CHOSEN = Map.of(
            CommandBus.class, SimpleCommandBus.class,
            EventBus.class, LogEventStore.class,
            EventStorageEngine.class, PostgresEventStorageEngine.class,
            TransactionManager.class, SpringTransactionManager.class,
            TokenStore.class, JdbcTokenStore.class);

    private final ListableBeanFactory beans;

    SelfCheck(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        CHOSEN.forEach((part, chosen) -> check(part, beans.getBeansOfType(part).values(), List.of(chosen)));
        check(Serializer.class, beans.getBeansOfType(Serializer.class).values(), List.of());
    }

    /** A process of one role has no command bus, so a part may be absent, but never another one. */
    static void check(Class<?> part, Collection<?> found, List<Class<?>> chosen) {
        for (var bean : found) {
            if (!chosen.contains(bean.getClass())) {
                throw new IllegalStateException("Axon's " + part.getSimpleName() + " is a "
                        + bean.getClass().getName() + ", which nobody chose here");
            }
        }
    }
}
