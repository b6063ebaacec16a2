package org.examledger.command.automation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the automations of a command process. It begins before the first request is taken: what an outage took is given
 * back before a worker's command could find his time over. Several processes share the list; each row is one's at a time.
 */
public final class Automations implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Automations.class);

    /** So long a killed process keeps what it was looking at; four of them. */
    private static final Duration CLAIM = Duration.ofSeconds(5);

    /** Decisions are short; more would only crowd out the clicks. */
    private static final int THREADS = 8;

    private final DataSource database;
    private final WatchList list;
    private final WhenServiceWasAwayThenGiveTimeBack outages;
    private final WhenTimeIsOverThenExpire expiry;
    private final Duration sweep;
    private final Clock clock;
    private @Nullable Scheduler scheduler;
    private @Nullable ScheduledExecutorService beats;

    /** @param sweep how often the list is looked at */
    public Automations(
            DataSource database,
            WatchList list,
            WhenServiceWasAwayThenGiveTimeBack outages,
            WhenTimeIsOverThenExpire expiry,
            Duration sweep,
            Clock clock) {
        this.database = database;
        this.list = list;
        this.outages = outages;
        this.expiry = expiry;
        this.sweep = sweep;
        this.clock = clock;
    }

    @Override
    public void start() {
        quietly("what an outage took could not be given back", outages::beat);
        quietly("the list of running sessions could not be brought up to date", list::catchUp);
        var looks = Scheduler.create(database, expiry.task())
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .clock(clock::instant)
                .pollingInterval(sweep)
                .pollUsingLockAndFetch(0.5, 4.0)
                .heartbeatInterval(CLAIM)
                .missedHeartbeatsLimit(4)
                .threads(THREADS)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
        var thread = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("automations-", 0).factory());
        var unused = thread.scheduleWithFixedDelay(
                () -> quietly("what an outage took could not be given back", outages::beat),
                outages.rhythm().toMillis(),
                outages.rhythm().toMillis(),
                TimeUnit.MILLISECONDS);
        var unusedToo = thread.scheduleWithFixedDelay(
                () -> quietly("the list of running sessions could not be brought up to date", list::catchUp),
                sweep.toMillis(),
                sweep.toMillis(),
                TimeUnit.MILLISECONDS);
        looks.start();
        scheduler = looks;
        beats = thread;
    }

    private static void quietly(String failed, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.error("Automations: {}; this is tried again", failed, failure);
        }
    }

    @Override
    public void stop() {
        if (beats != null) {
            beats.shutdownNow();
            beats = null;
        }
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    /** Before anything that takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }
}
