package org.examledger.store;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.examledger.store.conformance.Appending;
import org.examledger.store.conformance.Promise;
import org.examledger.store.conformance.ReadingFeeds;
import org.examledger.store.conformance.ReadingStreams;
import org.examledger.store.conformance.Sample;
import org.examledger.store.conformance.WritingAtOnce;
import org.junit.jupiter.api.AfterEach;

class ConformanceOfPostgresTest implements Appending, ReadingStreams, ReadingFeeds, WritingAtOnce {
    static final EventTypes TYPES = EventTypes.of(new EventType("sample", 1, Sample.class));

    private final LogDatabase database = new LogDatabase();
    private final Process here = new Process(database);
    private final Process there = new Process(database);

    private static final class Process {
        private final Appender appender;
        private final EventStorageEngine engine;

        Process(LogDatabase database) {
            appender = new Appender(
                    database.direct(), new FeedSignal(), new AppenderSettings(1_000, 64, Duration.ofSeconds(10)));
            engine = new PostgresEventStorageEngine(
                    appender, new LogReader(database.pool()), new FactSerializer(TYPES), new EventUpcasterChain());
        }
    }

    @AfterEach
    void stop() {
        here.appender.close();
        there.appender.close();
        database.close();
    }

    @Override
    public EventStorageEngine engine() {
        return here.engine;
    }

    @Override
    public EventStorageEngine elsewhere() {
        return there.engine;
    }

    @Override
    public Set<Promise> promises() {
        return EnumSet.complementOf(EnumSet.of(Promise.KEEPS_SNAPSHOTS));
    }
}
