package org.examledger.query.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.examledger.events.Actor;
import org.examledger.events.Fact;
import org.examledger.events.FactMetadata;
import org.examledger.events.Remembered;
import org.examledger.proof.RowHash;
import org.examledger.query.audit.PastFact;
import org.examledger.query.audit.PastFacts;
import org.examledger.query.feed.Recorded;
import org.examledger.query.history.StoredAction;
import org.examledger.query.history.StoredEvent;
import org.examledger.query.history.StoredEvents;
import org.examledger.query.proof.LoggedRow;
import org.examledger.query.proof.ProvenLog;
import org.jspecify.annotations.Nullable;

/** Axon's own log in memory, with positions from 1 on, which wakes its readers as ours does. */
public final class TestLog
        implements StreamableMessageSource<TrackedEventMessage<?>>, StoredEvents, PastFacts, ProvenLog {
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine(1))
            .build();
    private final Set<Runnable> callbacks = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<StoredEvent> stored = new ArrayList<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private final List<LoggedRow> rows = new ArrayList<>();
    private final List<PastFact> past = new ArrayList<>();
    private volatile @Nullable Throwable failure;

    /** Lets nobody read from now on, or everybody again. */
    public void failWith(@Nullable Throwable next) {
        failure = next;
    }

    private void failWhenTold() {
        switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case null, default -> {}
        }
    }

    /** Appends a fact and returns its position. */
    public synchronized long append(String stream, Object fact, Instant at, Actor actor) {
        var sequence = sequences.merge(stream, 0L, (last, first) -> last + 1);
        var metadata = Map.of(
                FactMetadata.ACTOR,
                actor.person(),
                FactMetadata.ROLE,
                actor.role().word());
        store.publish(new GenericDomainEventMessage<>(
                typeOf(stream),
                stream,
                sequence,
                fact,
                MetaData.from(metadata),
                UUID.randomUUID().toString(),
                at));
        var position = stored.size() + 1L;
        stored.add(row(stream, fact, at, actor, sequence, position));
        rows.add(logged(stream, stored.getLast()));
        recorded.add(new Recorded(stream, (Fact) fact, actor.person(), at, position));
        var row = stored.getLast();
        past.add(new PastFact(stream, sequence, position, at, actor, row.type(), (Fact) fact, row.payload()));
        callbacks.forEach(Runnable::run);
        return position;
    }

    private static StoredEvent row(String stream, Object fact, Instant at, Actor actor, long sequence, long position) {
        var remembered = fact.getClass().getAnnotation(Remembered.class);
        return new StoredEvent(
                position,
                sequence,
                at,
                remembered == null ? "Unknown" : remembered.name(),
                1,
                "{\"actor\":\"" + actor.person() + "\",\"role\":\""
                        + actor.role().word() + "\"}",
                "{ \"of\":\"" + stream + "\" }",
                new byte[] {(byte) position, 0x7f});
    }

    private static LoggedRow logged(String stream, StoredEvent row) {
        var metadata = row.metadata().getBytes(UTF_8);
        var payload = row.payload().getBytes(UTF_8);
        var sequence = (int) row.sequence();
        var hash = RowHash.of(stream, sequence, row.at().toEpochMilli(), row.type(), row.revision(), metadata, payload);
        return new LoggedRow(
                row.position(), stream, sequence, row.at(), row.type(), row.revision(), metadata, payload, hash);
    }

    @Override
    public ProvenLog afresh() {
        return this;
    }

    @Override
    public synchronized List<LoggedRow> rowsAfter(long position) {
        return rows.stream().skip(position).limit(1_000).toList();
    }

    @Override
    public synchronized List<LoggedRow> rowsOf(String stream, long afterSequence) {
        return rows.stream()
                .filter(it -> it.stream().equals(stream) && it.sequence() > afterSequence)
                .limit(1_000)
                .toList();
    }

    @Override
    public List<Seal> sealsAfter(long position, int limit) {
        return rowsAfter(position).stream()
                .limit(limit)
                .map(it -> new Seal(it.position(), it.hash()))
                .toList();
    }

    @Override
    public OptionalLong positionOf(String stream, int sequence) {
        return rowsOf(stream, sequence - 1L).stream()
                .limit(1)
                .mapToLong(LoggedRow::position)
                .findFirst();
    }

    private static String typeOf(String stream) {
        return stream.substring(0, stream.indexOf(':'));
    }

    /** The facts after one position up to another. */
    public synchronized List<Recorded> between(long after, long last) {
        return List.copyOf(recorded.subList((int) after, (int) last));
    }

    @Override
    public synchronized long head() {
        return stored.size();
    }

    @Override
    public synchronized Optional<Instant> timeOf(long position) {
        return position < 1 || position > stored.size()
                ? Optional.empty()
                : Optional.of(stored.get((int) position - 1).at());
    }

    @Override
    public synchronized List<StoredEvent> of(String stream, long afterSequence, int limit) {
        return stored.stream()
                .filter(it -> it.payload().contains('"' + stream + '"') && it.sequence() > afterSequence)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<StoredAction> by(String person, long afterPosition, int limit) {
        return past.stream()
                .filter(it -> it.actor().person().equals(person) && it.position() > afterPosition)
                .limit(limit)
                .map(it -> new StoredAction(it.stream(), stored.get((int) it.position() - 1)))
                .toList();
    }

    @Override
    public synchronized List<PastFact> of(String stream) {
        return past.stream().filter(it -> it.stream().equals(stream)).toList();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new WakingStream(store.openStream(token), callbacks, this::failWhenTold);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return store.createHeadToken();
    }
}
