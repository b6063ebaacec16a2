package org.examledger.store;

import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.examledger.store.conformance.Appending;
import org.examledger.store.conformance.Promise;
import org.examledger.store.conformance.ReadingFeeds;
import org.examledger.store.conformance.ReadingStreams;
import org.examledger.store.conformance.WritingAtOnce;

/** Axon's log for tests, of one process only: it stores whatever comes, also twice at one place. */
class ConformanceOfAxonInMemoryTest implements Appending, ReadingStreams, ReadingFeeds, WritingAtOnce {
    private final EventStorageEngine engine = new InMemoryEventStorageEngine();

    @Override
    public EventStorageEngine engine() {
        return engine;
    }

    @Override
    public EventStorageEngine elsewhere() {
        return engine;
    }

    @Override
    public Set<Promise> promises() {
        return Set.of(Promise.DENSE_POSITIONS, Promise.KEEPS_SNAPSHOTS);
    }
}
