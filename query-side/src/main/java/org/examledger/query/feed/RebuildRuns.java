package org.examledger.query.feed;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table that says which models are being rebuilt, how far each has come and by whom. */
final class RebuildRuns {
    private final JdbcClient jdbc;

    RebuildRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A model that waits or is being rebuilt already is not asked for twice. */
    void request(String model) {
        jdbc.sql("""
                INSERT INTO rebuild_run AS stored (model, state, requested_at, position, goal)
                VALUES (?, 'REQUESTED', now(), 0, 0)
                ON CONFLICT (model) DO UPDATE
                SET (state, run, requested_at, started_at, seen_at, position, goal, failure)
                  = ('REQUESTED', NULL, now(), NULL, NULL, 0, 0, NULL)
                WHERE stored.state IN ('DONE', 'FAILED')
                """).param(model).update();
    }

    /** Models that somebody has to rebuild, also those that a process left in the middle. */
    List<String> open(Collection<String> models) {
        return jdbc.sql("""
                SELECT model FROM rebuild_run WHERE state IN ('REQUESTED', 'RUNNING') AND model = ANY (?)
                ORDER BY requested_at, model
                """)
                .param(models.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Begins anew, whoever was at it before. */
    void begin(String model, UUID run, long goal) {
        jdbc.sql("""
                UPDATE rebuild_run
                SET (state, run, started_at, seen_at, position, goal, failure)
                  = ('RUNNING', ?, clock_timestamp(), clock_timestamp(), 0, ?, NULL)
                WHERE model = ?
                """).param(run).param(goal).param(model).update();
    }

    /**
     * Notes how far a run has come, in the transaction that writes its rows.
     *
     * @throws IllegalStateException when another run has begun since, so that this one must not write
     */
    void moved(String model, UUID run, long position) {
        update(model, run, "position = ?, goal = greatest(goal, ?)", position, position);
    }

    void done(String model, UUID run) {
        update(model, run, "state = 'DONE'");
    }

    void failed(String model, UUID run, Throwable failure) {
        update(model, run, "state = 'FAILED', failure = ?", failure.toString());
    }

    private void update(String model, UUID run, String change, Object... values) {
        var updated = jdbc.sql("UPDATE rebuild_run SET seen_at = clock_timestamp(), " + change
                        + " WHERE run = ? AND model = ? AND state = 'RUNNING'")
                .params(values)
                .param(run)
                .param(model)
                .update();
        if (updated == 0) {
            throw new IllegalStateException("another run rebuilds " + model);
        }
    }
}
