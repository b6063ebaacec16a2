package org.examledger.command.handling;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Where aggregates live: event-sourced, cached, and found by the stream that a {@link Command} names. */
public final class Aggregates implements RepositoryProvider {
    private final CommandBus bus;
    private final EventStore facts;
    private final Cache cache;
    private final ParameterResolverFactory parameters;
    private final Map<Class<?>, Repository<?>> repositories = new HashMap<>();

    Aggregates(CommandBus bus, EventStore facts, Cache cache, ParameterResolverFactory parameters) {
        this.bus = bus;
        this.facts = facts;
        this.cache = cache;
        this.parameters = parameters;
    }

    /** Makes an aggregate known, so that its commands reach it. */
    public <T> void register(Class<T> type) {
        var repository = EventSourcingRepository.builder(type)
                .eventStore(facts)
                .cache(cache)
                .parameterResolverFactory(parameters)
                .repositoryProvider(this)
                .build();
        repositories.put(type, repository);
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .repository(repository)
                .parameterResolverFactory(parameters)
                .commandTargetResolver(
                        command -> new VersionedAggregateIdentifier(((Command) command.getPayload()).stream(), null))
                .build()
                .subscribe(bus);
    }

    @Override
    @SuppressWarnings("unchecked") // a repository is kept under the type it was built for
    public <T> Repository<T> repositoryFor(Class<T> type) {
        return (Repository<T>) Objects.requireNonNull(repositories.get(type), "no aggregate is registered as " + type);
    }
}
