package org.examledger.query.feed;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread on which Axon reads the log for one projection. When the projection has its hands full, that is 1,024
 * events, Axon looks again only after 100 ms, whatever happens meanwhile; a projection would never take in more than
 * about 10,000 events a second. Here it looks again sooner.
 *
 * <p>After failures Axon waits twice as long each time, up to a minute. Here it never waits longer than
 * {@value #LONGEST_WAIT_MILLIS} ms, so that a repaired projection goes on when what it needs is back.
 */
final class EagerCoordinator extends ScheduledThreadPoolExecutor {
    private static final long AXON_WAITS_FOR_SPACE_MILLIS = 100;
    private static final long WAIT_FOR_SPACE_MILLIS = 2;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    EagerCoordinator(String model) {
        super(1, Thread.ofPlatform().name(model + "-reads").daemon().factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return super.schedule(command, patience(unit.toMillis(delay)), TimeUnit.MILLISECONDS);
    }

    private static long patience(long millis) {
        return millis == AXON_WAITS_FOR_SPACE_MILLIS ? WAIT_FOR_SPACE_MILLIS : Math.min(millis, LONGEST_WAIT_MILLIS);
    }
}
