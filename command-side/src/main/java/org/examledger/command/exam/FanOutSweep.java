package org.examledger.command.exam;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks through the log for exams that have something to tell their sessions, and begins what another process, or this
 * one before it was restarted, left undone. A request that brings such a fact begins with it at once; this is for what
 * a crash left.
 */
final class FanOutSweep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FanOutSweep.class);

    /** Looked through with one query. */
    private static final long WINDOW = 100_000;

    private final ExamsInLog log;
    private final FanOutList list;
    private final FanOuts fanOuts;
    private final Duration every;
    private volatile boolean running;
    private ScheduledExecutorService thread = stopped();

    FanOutSweep(ExamsInLog log, FanOutList list, FanOuts fanOuts, Duration every) {
        this.log = log;
        this.list = list;
        this.fanOuts = fanOuts;
        this.every = every;
    }

    void look() {
        try {
            var newest = log.lastPosition();
            for (var position = list.bookmark(); position < newest; ) {
                var next = Math.min(position + WINDOW, newest);
                log.touched(position, next).forEach(fanOuts::listed);
                list.moveBookmark(next);
                position = next;
            }
            list.unfinished().forEach(fanOuts::begin);
        } catch (RuntimeException failure) {
            LOG.error("The log could not be looked through for what exams have to tell; this is tried again", failure);
        }
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("fan-out-sweep").factory());
        var unused = thread.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static ScheduledExecutorService stopped() {
        var none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        return none;
    }
}
