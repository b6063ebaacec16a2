package org.examledger.store;

import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.examledger.store.conformance.Appending;
import org.examledger.store.conformance.Promise;
import org.examledger.store.conformance.ReadingFeeds;
import org.examledger.store.conformance.ReadingStreams;
import org.examledger.store.conformance.WritingAtOnce;
import org.junit.jupiter.api.AfterEach;

/** Axon's own engine for relational databases as it comes, on the same PostgreSQL. */
class ConformanceOfAxonJdbcTest implements Appending, ReadingStreams, ReadingFeeds, WritingAtOnce {
    private final LogDatabase database = new LogDatabase();
    private final JdbcEventStorageEngine here = engineOn(database);
    private final JdbcEventStorageEngine there = engineOn(database);

    ConformanceOfAxonJdbcTest() {
        here.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    private static JdbcEventStorageEngine engineOn(LogDatabase database) {
        var transactions = new JdbcTransactions(database.pool());
        var serializer = new FactSerializer(ConformanceOfPostgresTest.TYPES);
        return JdbcEventStorageEngine.builder()
                .connectionProvider(transactions)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Override
    public EventStorageEngine engine() {
        return here;
    }

    @Override
    public EventStorageEngine elsewhere() {
        return there;
    }

    /** It does not know PostgreSQL's word for a conflict, and its positions come from a sequence that rolls nothing back. */
    @Override
    public Set<Promise> promises() {
        return Set.of(Promise.REFUSES_CONFLICTS, Promise.STORES_AT_ONCE, Promise.KEEPS_SNAPSHOTS);
    }
}
