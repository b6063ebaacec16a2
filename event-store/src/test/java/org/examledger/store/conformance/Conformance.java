package org.examledger.store.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What a test class says of its engine; each test gets a log that is empty. */
public interface Conformance {
    /** The engine. */
    EventStorageEngine engine();

    /** The engine of another process on the same log; the same engine where a log belongs to one process. */
    EventStorageEngine elsewhere();

    Set<Promise> promises();

    default boolean promises(Promise promise) {
        return promises().contains(promise);
    }

    /** Appends what cannot be stored, and sees that the refusal is the one that was promised. */
    default void assertRefused(EventStorageEngine to, List<? extends DomainEventMessage<?>> events) {
        var refusal = catchThrowable(() -> to.appendEvents(events));
        assertThat(refusal).isInstanceOf(RuntimeException.class);
        assertThat(refusal instanceof ConcurrencyException).isEqualTo(promises(Promise.NAMES_CONFLICTS));
    }

    default List<? extends DomainEventMessage<?>> stream(String stream) {
        return engine().readEvents(stream).asStream().toList();
    }

    default List<? extends TrackedEventMessage<?>> feed(@Nullable TrackingToken after) {
        return feed(engine(), after);
    }

    default List<? extends TrackedEventMessage<?>> feed(EventStorageEngine of, @Nullable TrackingToken after) {
        try (var events = of.readEvents(after, false)) {
            return events.toList();
        }
    }

    /** Stream and sequence of an event, which together are like no other's. */
    default String place(TrackedEventMessage<?> event) {
        var fact = (DomainEventMessage<?>) event;
        return fact.getAggregateIdentifier() + "/" + fact.getSequenceNumber();
    }
}
