package org.examledger.service.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.examledger.events.catalog.FactCatalog;
import org.examledger.query.proof.ProvenLog;
import org.examledger.store.Appender;
import org.examledger.store.EventType;
import org.examledger.store.EventTypes;
import org.examledger.store.FactSerializer;
import org.examledger.store.FeedSignal;
import org.examledger.store.LogReader;
import org.examledger.store.PostgresEventStorageEngine;
import org.jspecify.annotations.Nullable;

/** The real log on a database, without a service around it. */
public final class LogToProve implements AutoCloseable {
    private static final Instant BEGIN = Instant.parse("2026-11-22T15:00:00Z");

    private final DataSource database;
    private final LogReader reader;
    private @Nullable Appender appender;

    public LogToProve(DataSource database) {
        this.database = database;
        reader = new LogReader(database);
    }

    private Appender appender() {
        if (appender == null) {
            appender = new Appender(database, new FeedSignal());
        }
        return appender;
    }

    public void append(List<? extends DomainEventMessage<?>> facts) {
        var types = Stream.concat(
                        Stream.of(new EventType("Turned", 1, Turned.class)),
                        FactCatalog.entries().stream().map(it -> new EventType(it.name(), it.revision(), it.type())))
                .toList();
        new PostgresEventStorageEngine(
                        appender(), reader, new FactSerializer(EventTypes.of(types)), new EventUpcasterChain())
                .appendEvents(facts);
    }

    /** Something small that happened. */
    public record Turned(long page) {}

    public ProvenLog rows() {
        return new RowsOfProofs(database);
    }

    public static DomainEventMessage<?> fact(String stream, long sequence, Object fact) {
        return fact(stream, sequence, fact, BEGIN.plusMillis(sequence));
    }

    public static DomainEventMessage<?> fact(String stream, long sequence, Object fact, Instant at) {
        return new GenericDomainEventMessage<>(
                "test",
                stream,
                sequence,
                fact,
                MetaData.from(Map.of("by", "p-" + sequence)),
                UUID.randomUUID().toString(),
                at);
    }

    @Override
    public void close() {
        if (appender != null) {
            appender.close();
        }
    }
}
