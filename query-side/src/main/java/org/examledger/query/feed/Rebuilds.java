package org.examledger.query.feed;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.examledger.query.work.InBackground;
import org.examledger.query.work.OneAtATime;
import org.springframework.context.SmartLifecycle;

/**
 * Does the rebuilds that were asked for, here or in another process. One process at a time is at it; when it dies, its
 * lock goes with its connection, and the next one that looks begins anew.
 */
final class Rebuilds implements SmartLifecycle {
    private static final Duration LOOK_EACH = Duration.ofSeconds(2);

    /** Any number that nobody else locks in this database: "rebuild" in letters. */
    private static final long LOCK = 0x7265_6275_696c_64L;

    private final Map<String, Projection> projections = new LinkedHashMap<>();
    private final RebuildRuns runs;
    private final Rebuild rebuild;
    private final OneAtATime alone;
    private final InBackground thread = new InBackground("rebuilds", LOOK_EACH, this::lookAround);

    Rebuilds(Iterable<Projection> projections, RebuildRuns runs, Rebuild rebuild, DataSource database) {
        projections.forEach(it -> this.projections.put(it.model(), it));
        this.runs = runs;
        this.rebuild = rebuild;
        this.alone = new OneAtATime(database, LOCK);
    }

    void request(Collection<String> models) {
        models.forEach(runs::request);
        thread.hurry();
    }

    private void lookAround() throws SQLException, InterruptedException {
        if (!open().isEmpty()) {
            alone.run(this::rebuildOpen);
        }
    }

    private void rebuildOpen() throws InterruptedException {
        for (var models = open(); !models.isEmpty(); models = open()) {
            rebuild.run(UUID.randomUUID(), models);
        }
    }

    private List<Projection> open() {
        return runs.open(projections.keySet()).stream().map(projections::get).toList();
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
