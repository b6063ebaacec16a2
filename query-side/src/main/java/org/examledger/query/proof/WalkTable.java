package org.examledger.query.proof;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one row about walks over the whole log: the one that was asked for, and what the last one found. */
final class WalkTable {
    private final JdbcClient jdbc;

    WalkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The row.
     *
     * @param checkedTo what the last finished walk has found to be right
     * @param checkedAt when it ended; absent when none ever did
     * @param badPosition where it had to stop
     */
    record Row(
            String state,
            long position,
            long goal,
            long checkedTo,
            @Nullable Instant checkedAt,
            @Nullable Long badPosition,
            @Nullable String reason) {
        static final Row NONE = new Row("NONE", 0, 0, 0, null, null, null);
    }

    /** A walk that waits or is under way is not asked for twice. */
    void request() {
        jdbc.sql("""
                INSERT INTO log_walk AS stored (state, position, goal, requested_at)
                VALUES ('REQUESTED', 0, 0, clock_timestamp())
                ON CONFLICT (only_row) DO UPDATE
                SET (state, run, position, goal, requested_at, ended_at)
                  = ('REQUESTED', NULL, 0, 0, clock_timestamp(), NULL)
                WHERE stored.state = 'DONE'
                """).update();
    }

    Row row() {
        return jdbc.sql("""
                SELECT state, position, goal, checked_to, checked_at, bad_position, reason FROM log_walk
                """)
                .query((row, number) -> new Row(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        Optional.ofNullable(row.getTimestamp(5))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        row.getObject(6, Long.class),
                        row.getString(7)))
                .optional()
                .orElse(Row.NONE);
    }

    /** Whether somebody has to walk, also when a process died on its way. */
    boolean isOpen() {
        return jdbc.sql("SELECT count(*) FROM log_walk WHERE state <> 'DONE'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    void begin(UUID run, long goal) {
        jdbc.sql("UPDATE log_walk SET (state, run, position, goal) = ('RUNNING', ?, 0, ?)")
                .param(run)
                .param(goal)
                .update();
    }

    void moved(UUID run, long position) {
        jdbc.sql("UPDATE log_walk SET position = ? WHERE run = ?")
                .param(position)
                .param(run)
                .update();
    }

    void done(UUID run, long position, @Nullable Flaw flaw) {
        jdbc.sql("""
                UPDATE log_walk
                SET (state, position, ended_at, checked_to, checked_at, bad_position, reason)
                  = ('DONE', ?, clock_timestamp(), ?, clock_timestamp(), ?, ?)
                WHERE run = ?
                """)
                .param(position)
                .param(position)
                .param(flaw == null ? null : flaw.position())
                .param(flaw == null ? null : flaw.reason())
                .param(run)
                .update();
    }
}
