package org.examledger.query.work;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that takes the same step again and again until it is stopped; a step that fails is taken again later. */
public final class InBackground {
    private static final Logger LOG = LoggerFactory.getLogger(InBackground.class);

    private final String name;
    private final Duration every;
    private final Step step;
    private final Semaphore asked = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /** What is done each time. */
    public interface Step {
        void take() throws SQLException, InterruptedException;
    }

    public InBackground(String name, Duration every, Step step) {
        this.name = name;
        this.every = every;
        this.step = step;
    }

    public void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::work);
    }

    /** Has the next step taken at once. */
    public void hurry() {
        asked.release();
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (asked.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
                step.take();
            } catch (InterruptedException stopped) {
                return;
            } catch (Throwable e) {
                // An error too: nobody else would begin this thread again.
                LOG.warn("{} will be tried again", name, e);
            }
        }
    }

    /** Interrupts the step under way and waits for its end. */
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isRunning() {
        return thread != null;
    }
}
