package org.examledger.query.feed;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The rows that are to take the place of a model's live ones, made by the same projection in tables of their own. */
final class Replacement {
    private static final Logger LOG = LoggerFactory.getLogger(Replacement.class);
    private static final int PATIENCE_MILLIS = 500;

    /** PostgreSQL's word for it, which Spring does not translate. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Projection projection;
    private final UUID run;
    private final Rebuild.Parts parts;
    private final NewTables tables;
    private volatile long position;
    private volatile long nanos;
    private volatile boolean failed;

    Replacement(Projection projection, UUID run, Rebuild.Parts parts) {
        this.projection = projection;
        this.run = run;
        this.parts = parts;
        tables = new NewTables(parts.jdbc(), projection.tables());
    }

    Projection projection() {
        return projection;
    }

    boolean failed() {
        return failed;
    }

    void begin(long goal) {
        attempt(() -> inTransaction(() -> {
            parts.runs().begin(projection.model(), run, goal);
            tables.create();
        }));
    }

    void take(LogPages.Page page) {
        attempt(() -> {
            inTransaction(() -> fold(page));
            position = page.position();
        });
    }

    private void fold(LogPages.Page page) {
        // First of all, so that a run that was overtaken finds out before it writes.
        parts.runs().moved(projection.model(), run, page.position());
        tables.use();
        var concerning = page.facts().stream()
                .filter(it -> projection.concerns(it.fact().getClass()))
                .toList();
        if (!concerning.isEmpty()) {
            projection.apply(concerning);
        }
    }

    /** Follows the log to its end and takes the place of the live rows. */
    void finish() {
        attempt(() -> {
            inTransaction(() -> {
                parts.runs().moved(projection.model(), run, position);
                tables.complete();
            });
            while (!takesOver()) {
                LOG.info("The rebuilt {} waits until a long read has ended", projection.model());
            }
        });
        if (!failed) {
            LOG.info("The read model {} is rebuilt; its rows took {} ms", projection.model(), millis());
        }
    }

    private boolean takesOver() {
        try (var log = new LogPages(parts.log(), position, projection::concerns)) {
            for (var page = log.next(Rebuild.PAGE); page.position() > position; page = log.next(Rebuild.PAGE)) {
                var last = page;
                inTransaction(() -> fold(last));
                position = last.position();
            }
            settle();
            inTransaction(() -> takeOver(log));
            return true;
        } catch (DataAccessException failure) {
            if (isTimeoutOfLock(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /** A model never goes back, so what the live rows have behind them is done here before they go. */
    private void settle() {
        var more = new AtomicBoolean(true);
        while (more.get()) {
            inTransaction(() -> {
                parts.runs().moved(projection.model(), run, position);
                tables.use();
                more.set(settlesSome());
            });
        }
    }

    private boolean settlesSome() {
        return projection instanceof SettlingProjection it && it.settle();
    }

    private static boolean isTimeoutOfLock(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    /**
     * Nobody reads or writes any read model from here to the commit. What the live rows have and these lack is folded
     * first, so that no reader sees an older position than before. The live feed goes on from where it was: it may bring
     * facts that are in these rows already, which changes nothing.
     */
    private void takeOver(LogPages log) {
        var model = projection.model();
        parts.jdbc().sql("SET LOCAL lock_timeout = " + PATIENCE_MILLIS).update();
        parts.positions().stopAll();
        var rest = log.upTo(parts.positions().of(model));
        fold(rest);
        // Almost never anything: only what those last facts have left to be done.
        var more = true;
        while (more) {
            more = settlesSome();
        }
        tables.takeOver();
        parts.positions().store(model, rest.position());
        parts.runs().done(model, run);
    }

    private void inTransaction(Runnable work) {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("stopped");
        }
        parts.transactions().executeWithoutResult(status -> work.run());
    }

    /** One model's failure stops no other; its old rows stay. */
    private void attempt(Runnable step) {
        if (failed) {
            return;
        }
        var start = System.nanoTime();
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            nanos += System.nanoTime() - start;
        }
    }

    /** Whoever is stopped leaves the run as it is, so that another process begins it anew. */
    void fail(Throwable failure) {
        failed = true;
        if (Thread.currentThread().isInterrupted()) {
            LOG.info("The rebuild of {} is left to another process", projection.model());
            return;
        }
        LOG.error("The read model {} could not be rebuilt; its rows stay as they are", projection.model(), failure);
        try {
            parts.runs().failed(projection.model(), run, failure);
        } catch (RuntimeException unknown) {
            LOG.warn("That could not be noted, so it will be tried again", unknown);
        }
    }

    private long millis() {
        return Duration.ofNanos(nanos).toMillis();
    }
}
