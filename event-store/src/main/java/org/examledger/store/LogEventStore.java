package org.examledger.store;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** Axon's event store over the log, with a feed that wakes its readers instead of having them poll. */
public final class LogEventStore extends AbstractEventStore {

    private final FeedStream.Source source;
    private final FeedSignal signal;

    public LogEventStore(PostgresEventStorageEngine engine, FeedSignal signal) {
        super((Setup) new Setup().storageEngine(engine));
        this.source = new EngineSource(engine, signal.recent());
        this.signal = signal;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        return new FeedStream(source, signal, FeedPosition.of(trackingToken));
    }

    private record EngineSource(PostgresEventStorageEngine engine, RecentEvents recent) implements FeedStream.Source {
        @Override
        public List<FeedEvent> eventsAfter(long position, int limit) {
            var atHand = recent.after(position, limit);
            if (!atHand.isEmpty()) {
                return atHand;
            }
            var fetched = engine.reader().pageAfter(position, limit).stream()
                    .map(FeedEvent::new)
                    .toList();
            if (fetched.size() < limit) { // the end of the log, where other readers will be, too
                recent.keep(fetched);
            }
            return fetched;
        }

        @Override
        public List<TrackedEventMessage<?>> messages(FeedEvent event) {
            return event.messages(row -> engine.messages(Stream.of(row)).toList());
        }
    }

    private static final class Setup extends Builder {}
}
