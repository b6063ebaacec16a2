package org.examledger.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage engine on the log: appends through the {@link Appender}, reads through the {@link LogReader}.
 *
 * <p>Serialising and hashing happen on the caller's thread; only finished rows reach the appender. It takes no part in
 * the caller's transaction: what it acknowledged is stored, whatever happens to the unit of work afterwards. It keeps
 * no snapshots.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    static final int PAGE = 1_000;

    private final Appender appender;
    private final LogReader reader;
    private final FactSerializer serializer;
    private final EventUpcasterChain upcasters;

    public PostgresEventStorageEngine(
            Appender appender, LogReader reader, FactSerializer serializer, EventUpcasterChain upcasters) {
        this.appender = appender;
        this.reader = reader;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (!events.isEmpty()) {
            var rows = rows(events);
            AppendedPosition.remember(appender.append(rows));
        }
    }

    /** An error in the commit phase is no reason for Axon to roll back, so it becomes an exception here. */
    private List<StoredEvent> rows(List<? extends EventMessage<?>> events) {
        try {
            return events.stream().map(this::row).toList();
        } catch (Error e) {
            throw new EventStoreException("the facts could not be made ready for the log: " + e, e);
        }
    }

    private StoredEvent row(EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> fact)) {
            throw new EventStoreException("only an aggregate's facts can be stored, they need a stream: "
                    + event.getPayloadType().getName());
        }
        return StoredEvent.sealed(
                fact.getAggregateIdentifier(),
                Math.toIntExact(fact.getSequenceNumber()),
                fact.getTimestamp().toEpochMilli(),
                serializer.types().of(fact.getPayloadType()),
                serializer.metadataBytes(fact.getMetaData()),
                serializer.payloadBytes(fact.getPayload()));
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        var rows = Pages.of(
                        firstSequenceNumber - 1,
                        sequence -> reader.pageOf(aggregateIdentifier, sequence, PAGE),
                        StoredEvent::sequence)
                .map(StoredEventData::new);
        return EventStreamUtils.upcastAndDeserializeDomainEvents(rows, serializer, upcasters);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken trackingToken, boolean mayBlock) {
        var rows = Pages.of(
                FeedPosition.of(trackingToken), position -> reader.pageAfter(position, PAGE), StoredEvent::position);
        return messages(rows);
    }

    LogReader reader() {
        return reader;
    }

    /** Shows rows as Axon's messages, upcast; payloads are read when somebody asks for them, and once. */
    Stream<TrackedEventMessage<?>> messages(Stream<StoredEvent> rows) {
        return EventUtils.upcastAndDeserializeTrackedEvents(rows.map(StoredEventData::new), serializer, upcasters);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return reader.headOf(aggregateIdentifier).map(head -> (long) head.sequence());
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.lastPosition());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(reader.positionBefore(dateTime));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("this log keeps no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }
}
