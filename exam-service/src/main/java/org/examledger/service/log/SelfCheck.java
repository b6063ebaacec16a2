package org.examledger.service.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.examledger.query.feed.WatchfulTokens;
import org.examledger.service.ExamSettings;
import org.examledger.service.ServiceRole;
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
    private final ListableBeanFactory beans;
    private final ServiceRole role;

    SelfCheck(ListableBeanFactory beans, ExamSettings settings) {
        this.beans = beans;
        this.role = settings.role();
    }

    /** A part of Axon and the classes of which there has to be one bean each, and no other. */
    record Part(Class<?> part, List<Class<?>> chosen) {}

    /** A process that decides nothing has no command bus. Serializers are given to their users and are never beans. */
    static List<Part> partsOf(ServiceRole role) {
        return List.of(
                new Part(CommandBus.class, role.decides() ? List.of(SimpleCommandBus.class) : List.of()),
                new Part(EventBus.class, List.of(LogEventStore.class)),
                new Part(EventStorageEngine.class, List.of(PostgresEventStorageEngine.class)),
                new Part(TransactionManager.class, List.of(SpringTransactionManager.class)),
                new Part(TokenStore.class, List.of(WatchfulTokens.class)),
                new Part(Serializer.class, List.of()));
    }

    @Override
    public void afterSingletonsInstantiated() {
        var wrong = new ArrayList<String>();
        for (var part : partsOf(role)) {
            wrong.addAll(complaints(part, beans.getBeansOfType(part.part()).values()));
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Axon is not wired as it was chosen here: " + String.join("; ", wrong));
        }
    }

    static List<String> complaints(Part part, Collection<?> found) {
        var complaints = new ArrayList<String>();
        var missing = new ArrayList<>(part.chosen());
        for (var bean : found) {
            if (!missing.remove(bean.getClass())) {
                complaints.add("its " + part.part().getSimpleName() + " is a "
                        + bean.getClass().getName() + ", which nobody chose");
            }
        }
        if (!missing.isEmpty()) {
            complaints.add("its " + part.part().getSimpleName() + " is missing, which should be a "
                    + missing.stream().map(Class::getName).collect(Collectors.joining(", ")));
        }
        return complaints;
    }
}
