package org.examledger.query.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does the rebuilds that were asked for, here or in another process. One process at a time is at it; when it dies, its
 * lock goes with its connection, and the next one that looks begins anew.
 */
final class Rebuilds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final long LOOK_EACH_MILLIS = 2_000;

    /** Any number that nobody else locks in this database: "rebuild" in letters. */
    private static final long LOCK = 0x7265_6275_696c_64L;

    private final Map<String, Projection> projections = new LinkedHashMap<>();
    private final RebuildRuns runs;
    private final Rebuild rebuild;
    private final DataSource database;
    private final Semaphore asked = new Semaphore(0);
    private volatile @Nullable Thread worker;

    Rebuilds(Iterable<Projection> projections, RebuildRuns runs, Rebuild rebuild, DataSource database) {
        projections.forEach(it -> this.projections.put(it.model(), it));
        this.runs = runs;
        this.rebuild = rebuild;
        this.database = database;
    }

    void request(Collection<String> models) {
        models.forEach(runs::request);
        asked.release();
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (asked.tryAcquire(LOOK_EACH_MILLIS, TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
                if (!open().isEmpty()) {
                    rebuildAlone();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | SQLException e) {
                LOG.warn("Rebuilding will be tried again", e);
            }
        }
    }

    private List<Projection> open() {
        return runs.open(projections.keySet()).stream().map(projections::get).toList();
    }

    private void rebuildAlone() throws SQLException, InterruptedException {
        try (var connection = database.getConnection()) {
            if (!says(connection, "SELECT pg_try_advisory_lock(?)")) {
                return;
            }
            try {
                for (var models = open(); !models.isEmpty(); models = open()) {
                    rebuild.run(UUID.randomUUID(), models);
                }
            } finally {
                says(connection, "SELECT pg_advisory_unlock(?)");
            }
        }
    }

    private static boolean says(Connection connection, String question) throws SQLException {
        try (var query = connection.prepareStatement(question)) {
            query.setLong(1, LOCK);
            try (var answer = query.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public void start() {
        worker = Thread.ofPlatform().name("rebuilds").daemon().start(this::work);
    }

    @Override
    public void stop() {
        var thread = worker;
        worker = null;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
