package org.examledger.query.feed;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread that writes one projection. After a batch it lets events gather for a moment before it begins the next:
 * without that, a busy log is written in batches of one or two events, and six projections spend more on their
 * transactions than the log does on the facts. An event that comes after a quiet moment is written at once.
 */
final class GatheringWriter extends ScheduledThreadPoolExecutor {
    /** Small against the 50 ms within which a stored fact shall be visible. */
    static final Duration MOMENT = Duration.ofMillis(15);

    private final long moment;
    private long nextStart = System.nanoTime();

    GatheringWriter(String model) {
        this(model, MOMENT);
    }

    GatheringWriter(String model, Duration moment) {
        super(1, Thread.ofPlatform().name(model + "-writes").daemon().factory());
        this.moment = moment.toNanos();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return super.schedule(command, Math.max(unit.toNanos(delay), reserve()), TimeUnit.NANOSECONDS);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> command, long delay, TimeUnit unit) {
        return super.schedule(command, Math.max(unit.toNanos(delay), reserve()), TimeUnit.NANOSECONDS);
    }

    /** How long until the next start, which is taken with this call. */
    private synchronized long reserve() {
        var now = System.nanoTime();
        var start = nextStart - now > 0 ? nextStart : now;
        nextStart = start + moment;
        return start - now;
    }
}
