package org.examledger.store;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Hands one reader all events after its position, in order, and calls it when there are more.
 *
 * <p>A reader that has caught up costs no query: the {@link FeedSignal} knows how far the log reaches. An event that
 * cannot be read is never passed by: every call fails there until it can be.
 */
final class FeedStream implements TrackingEventStream {

    /** Where the events come from. */
    interface Source {
        List<FeedEvent> eventsAfter(long position, int limit);

        List<TrackedEventMessage<?>> messages(FeedEvent event);
    }

    private static final int PAGE = 1_000;

    private final Source source;
    private final FeedSignal signal;
    private final ReentrantLock lock = new ReentrantLock();
    private Iterator<TrackedEventMessage<?>> page = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> next;
    private long handedOut;
    private volatile long fetched;
    private volatile boolean caughtUp;
    private volatile @Nullable Registration registration;

    FeedStream(Source source, FeedSignal signal, long after) {
        this.source = source;
        this.signal = signal;
        this.handedOut = after;
        this.fetched = after;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        lock.lock();
        try {
            return Optional.ofNullable(next());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (peek().isEmpty()) {
            if (!signal.awaitBeyond(fetched, deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            var event = poll();
            if (event != null) {
                return event;
            }
            var _ = signal.awaitBeyond(fetched, 1, TimeUnit.SECONDS);
        }
    }

    private @Nullable TrackedEventMessage<?> poll() {
        lock.lock();
        try {
            var event = next();
            if (event != null) {
                handedOut = FeedPosition.of(event.trackingToken());
                next = null;
            }
            return event;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable TrackedEventMessage<?> next() {
        try {
            while (next == null && (page.hasNext() || fetchPage())) {
                if (page.hasNext()) { // an upcaster may have dropped the whole page
                    next = page.next();
                }
            }
            return next;
        } catch (RuntimeException | Error e) {
            startAgainAfter(handedOut);
            throw e;
        }
    }

    private boolean fetchPage() {
        handedOut = fetched;
        if (caughtUp && signal.lastPosition() <= fetched) {
            return false;
        }
        var rows = source.eventsAfter(fetched, PAGE);
        caughtUp = Pages.isLast(rows, PAGE, FeedEvent::size);
        if (rows.isEmpty()) {
            return false;
        }
        if (rows.getFirst().position() != fetched + 1) {
            throw new EventStoreException("position " + (fetched + 1) + " is missing from the log");
        }
        fetched = rows.getLast().position();
        page = rows.stream()
                .<TrackedEventMessage<?>>flatMap(row -> source.messages(row).stream())
                .iterator();
        return true;
    }

    private void startAgainAfter(long position) {
        page = Collections.emptyIterator();
        fetched = position;
        caughtUp = false;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        close();
        registration = signal.onRise(() -> {
            if (isBehind()) {
                callback.run();
            }
        });
        if (isBehind()) {
            callback.run();
        }
        return true;
    }

    private boolean isBehind() {
        return !caughtUp || signal.lastPosition() > fetched;
    }

    @Override
    public void close() {
        var registered = registration;
        if (registered != null) {
            registered.cancel();
            registration = null;
        }
    }
}
