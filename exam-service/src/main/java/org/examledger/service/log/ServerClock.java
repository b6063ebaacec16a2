package org.examledger.service.log;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server time: PostgreSQL's, by an offset from this machine's clock that is measured again and again (R10). So all
 * processes go by one clock without asking for it with each click.
 */
final class ServerClock extends Clock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    /** An answer that took longer tells too little. */
    private static final Duration TOO_SLOW = Duration.ofSeconds(1);

    /** An operator should know when clocks disagree by more. */
    private static final Duration NOTEWORTHY = Duration.ofSeconds(2);

    private final Clock machine;
    private final DatabaseTime database;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("server-clock").factory());
    private volatile Duration offset = Duration.ZERO;

    /** Asks the database what time it is. */
    interface DatabaseTime {
        Instant now() throws SQLException;
    }

    ServerClock(Clock machine, DatabaseTime database) {
        this.machine = machine;
        this.database = database;
    }

    /** Measures now, and from now on each 10 seconds. */
    ServerClock started() {
        measure();
        var unused =
                thread.scheduleWithFixedDelay(this::measure, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** A measurement that the old offset explains as well changes nothing, so that time does not tremble. */
    void measure() {
        try {
            var asked = machine.instant();
            var told = database.now();
            var took = Duration.between(asked, machine.instant());
            if (took.isNegative() || took.compareTo(TOO_SLOW) > 0) {
                return;
            }
            var doubt = took.dividedBy(2);
            var measured = Duration.between(asked.plus(doubt), told);
            if (measured.minus(offset).abs().compareTo(doubt) > 0) {
                if (measured.minus(offset).abs().compareTo(NOTEWORTHY) > 0) {
                    LOG.warn("This machine's clock and the database's differ by {} now", measured);
                }
                offset = measured;
            }
        } catch (SQLException | RuntimeException unreachable) {
            LOG.debug("The database's time is not known now; the last offset stays", unreachable);
        }
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
