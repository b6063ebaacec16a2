package org.examledger.query.feed;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread on which Axon reads the log for one projection. When the projection has its hands full, that is 1,024
 * events, Axon looks again only after 100 ms, whatever happens meanwhile; a projection would never take in more than
 * about 10,000 events a second. Here it looks again sooner.
 */
final class EagerCoordinator extends ScheduledThreadPoolExecutor {
    private static final long AXON_WAITS_FOR_SPACE_MILLIS = 100;
    private static final long WAIT_FOR_SPACE_MILLIS = 2;

    EagerCoordinator(String model) {
        super(1, Thread.ofPlatform().name(model + "-reads").daemon().factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return unit.toMillis(delay) == AXON_WAITS_FOR_SPACE_MILLIS
                ? super.schedule(command, WAIT_FOR_SPACE_MILLIS, TimeUnit.MILLISECONDS)
                : super.schedule(command, delay, unit);
    }
}
