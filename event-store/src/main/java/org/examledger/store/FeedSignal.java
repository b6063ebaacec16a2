package org.examledger.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the readers of the feed and tells them, without a query, how far the log reaches.
 *
 * <p>One for each process. The appender and the {@link FeedWatch} raise it after a commit, never before.
 */
public final class FeedSignal {

    private static final int RECENT = 4_096;
    private static final Logger LOG = LoggerFactory.getLogger(FeedSignal.class);

    private final AtomicLong lastPosition = new AtomicLong();
    private final AtomicLong lastAppendedHere = new AtomicLong();
    private final RecentEvents recent = new RecentEvents(RECENT);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();

    /** The newest position this process has heard of; the log may already reach further. */
    public long lastPosition() {
        return lastPosition.get();
    }

    /** The newest position this process has appended itself, 0 before the first. */
    public long lastAppendedHere() {
        return lastAppendedHere.get();
    }

    /** The newest rows of the log, as far as this process has seen them. */
    RecentEvents recent() {
        return recent;
    }

    /** Tells that this process has stored these events. */
    void appended(List<StoredEvent> events) {
        recent.keep(events.stream().map(FeedEvent::new).toList());
        long position = events.getLast().position();
        lastAppendedHere.accumulateAndGet(position, Math::max);
        noticed(position);
    }

    /** Tells that somebody has stored events up to this position. */
    void noticed(long position) {
        if (lastPosition.getAndAccumulate(position, Math::max) < position) {
            callListeners();
        }
    }

    /** Calls all listeners again, in case a wake-up got lost on their side. */
    void remind() {
        callListeners();
    }

    /** Has a listener called after each rise, on the thread that raised it; so it must be quick and not block. */
    public Registration onRise(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Waits until the log is known to reach beyond a position. */
    boolean awaitBeyond(long position, long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (lastPosition.get() <= position) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = raised.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void callListeners() {
        lock.lock();
        try {
            raised.signalAll();
        } finally {
            lock.unlock();
        }
        for (var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("a reader of the feed could not be woken; the next poll will", e);
            }
        }
    }
}
