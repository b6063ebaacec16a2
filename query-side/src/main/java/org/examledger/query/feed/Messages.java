package org.examledger.query.feed;

import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.examledger.events.Fact;
import org.examledger.events.FactMetadata;
import org.examledger.events.catalog.FactCatalog;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log's messages as facts. One that is no known fact stops the reader: another release wrote it, and skipping
 * it would make rows wrong for ever.
 */
final class Messages {
    private static final Set<Class<?>> KNOWN =
            FactCatalog.entries().stream().map(FactCatalog.Entry::type).collect(Collectors.toSet());

    private Messages() {}

    /** The position behind which to go on; 0 without a token, and of a wrapped one its lower bound. */
    static long positionOf(@Nullable TrackingToken token) {
        var read = WrappedToken.unwrapLowerBound(token);
        return read == null ? 0 : read.position().orElse(0);
    }

    static long positionOf(EventMessage<?> message) {
        return ((TrackedEventMessage<?>) message)
                .trackingToken()
                .position()
                .orElseThrow(() -> new IllegalStateException("an event without a position"));
    }

    static Class<? extends Fact> kindOf(EventMessage<?> message, long position) {
        var type = message.getPayloadType();
        if (!KNOWN.contains(type)) {
            throw new IllegalStateException("unknown fact at position " + position + ": " + type.getName());
        }
        return type.asSubclass(Fact.class);
    }

    static Recorded recorded(EventMessage<?> message, Class<? extends Fact> kind, long position) {
        var actor = message.getMetaData().get(FactMetadata.ACTOR);
        return new Recorded(
                ((DomainEventMessage<?>) message).getAggregateIdentifier(),
                kind.cast(message.getPayload()),
                actor == null ? "" : actor.toString(),
                message.getTimestamp(),
                position);
    }
}
