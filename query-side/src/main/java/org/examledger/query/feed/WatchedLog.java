package org.examledger.query.feed;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log as one projection reads it, so that its {@link ProjectionStatus} shows when it cannot be read.
 *
 * <p>An event of an unknown name fails here, before any handler, where Axon only logs a warning and tries again later.
 * An {@link Error} would end Axon's reading thread silently and for good, so it becomes an exception.
 */
final class WatchedLog implements StreamableMessageSource<TrackedEventMessage<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedLog.class);

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final String model;
    private final ProjectionStatus status;

    WatchedLog(StreamableMessageSource<TrackedEventMessage<?>> log, String model, ProjectionStatus status) {
        this.log = log;
        this.model = model;
        this.status = status;
    }

    private interface Reading<T extends @Nullable Object> {
        T read() throws InterruptedException;
    }

    /** @param position that would be read next */
    private <T extends @Nullable Object> T watched(long position, Reading<T> reading) throws InterruptedException {
        try {
            var read = reading.read();
            status.readable(model);
            return read;
        } catch (RuntimeException | Error failure) {
            if (status.unreadable(model, failure, position)) {
                LOG.error("The read model {} stands still, because it cannot read on", model, failure);
            }
            throw new ProjectionFailed(model, failure);
        }
    }

    private <T extends @Nullable Object> T watchedAtOnce(long position, Reading<T> reading) {
        try {
            return watched(position, reading);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProjectionFailed(model, interrupted);
        }
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        var next = Messages.positionOf(token) + 1;
        return new WatchedStream(watchedAtOnce(next, () -> log.openStream(token)), next);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    private final class WatchedStream implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> stream;
        private volatile long next;

        WatchedStream(BlockingStream<TrackedEventMessage<?>> stream, long next) {
            this.stream = stream;
            this.next = next;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return watchedAtOnce(next, stream::peek);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return watched(next, () -> stream.hasNextAvailable(timeout, unit));
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            var event = watched(next, stream::nextAvailable);
            next = Messages.positionOf(event.trackingToken()) + 1;
            return event;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return stream.setOnAvailableCallback(callback);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
