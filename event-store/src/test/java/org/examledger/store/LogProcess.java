package org.examledger.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** What one process of the service has: appender, engine, event store and signal, on a given database. */
final class LogProcess implements AutoCloseable {

    static final EventTypes TYPES = EventTypes.of(Opened.TYPE, Answered.TYPE);
    static final Instant AT = Instant.parse("2026-03-04T05:06:07.891Z");

    final FeedSignal signal = new FeedSignal();
    final FactSerializer serializer = new FactSerializer(TYPES);
    final LogReader reader;
    final Appender appender;
    final PostgresEventStorageEngine engine;
    final LogEventStore store;

    LogProcess(LogDatabase database) {
        this(database, new EventUpcasterChain());
    }

    LogProcess(LogDatabase database, EventUpcasterChain upcasters) {
        this(database, upcasters, new AppenderSettings(1_000, 64, Duration.ofSeconds(10)));
    }

    LogProcess(LogDatabase database, EventUpcasterChain upcasters, AppenderSettings settings) {
        reader = new LogReader(database.pool());
        appender = new Appender(database.direct(), signal, settings);
        engine = new PostgresEventStorageEngine(appender, reader, serializer, upcasters);
        store = new LogEventStore(engine, signal);
    }

    static DomainEventMessage<?> fact(String streamId, long sequence, Object payload) {
        return new GenericDomainEventMessage<>("test", streamId, sequence, payload, Map.of("actor", "p-" + sequence));
    }

    static DomainEventMessage<?> answer(String streamId, long sequence) {
        return fact(streamId, sequence, new Answered("q-" + sequence, List.of("a", "c"), (int) sequence % 10));
    }

    void append(DomainEventMessage<?>... facts) {
        engine.appendEvents(Arrays.asList(facts));
    }

    StoredEvent row(String streamId, int sequence) {
        var payload = serializer.payloadBytes(new Opened("row", null));
        return StoredEvent.sealed(streamId, sequence, AT.toEpochMilli(), Opened.TYPE, new byte[0], payload);
    }

    @Override
    public void close() {
        appender.close();
    }
}
