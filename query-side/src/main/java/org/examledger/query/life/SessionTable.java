package org.examledger.query.life;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.session.SessionFact;
import org.examledger.query.feed.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A table with one row a session; each read model has its own, so that each can stand still or be rebuilt alone. */
public final class SessionTable {
    private final JdbcTemplate jdbc;
    private final String select;
    private final String upsert;

    /** @param table a name from this code, never from a caller */
    public SessionTable(JdbcTemplate jdbc, String table) {
        this.jdbc = jdbc;
        select = "SELECT * FROM " + table + " WHERE session_id = ANY (?)";
        upsert = """
                INSERT INTO %1$s AS stored (
                    session_id, exam_id, person, attempt, total, questions_per_page, pass_percentage,
                    opens_at, window_ends_at, allowed_seconds, grace_seconds, started_at, deadline,
                    last_sign_of_life, visibility, ended, ended_at, close_scoring,
                    epoch, last_client_seq, page_index, page_epoch, page_client_seq, position)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (session_id) DO UPDATE SET
                    (person, attempt, total, questions_per_page, pass_percentage,
                     opens_at, window_ends_at, allowed_seconds, grace_seconds, started_at, deadline,
                     last_sign_of_life, visibility, ended, ended_at, close_scoring,
                     epoch, last_client_seq, page_index, page_epoch, page_client_seq, position)
                  = (excluded.person, excluded.attempt, excluded.total, excluded.questions_per_page,
                     excluded.pass_percentage, excluded.opens_at, excluded.window_ends_at,
                     excluded.allowed_seconds, excluded.grace_seconds, excluded.started_at, excluded.deadline,
                     excluded.last_sign_of_life, excluded.visibility, excluded.ended, excluded.ended_at,
                     excluded.close_scoring, excluded.epoch, excluded.last_client_seq, excluded.page_index,
                     excluded.page_epoch, excluded.page_client_seq, excluded.position)
                WHERE stored.position < excluded.position
                """.formatted(table);
    }

    /** Loads the rows of all sessions that a batch is about. */
    public SessionRows load(List<Recorded> batch) {
        var ids = batch.stream()
                .filter(it -> it.fact() instanceof SessionFact)
                .map(Recorded::id)
                .distinct()
                .toArray(UUID[]::new);
        return new SessionRows(jdbc.query(select, SessionRowMapper.INSTANCE, (Object) ids));
    }

    /** Stores the rows that changed; a row that is newer already stays. */
    public void store(SessionRows rows) {
        var changed = rows.changed();
        if (!changed.isEmpty()) {
            jdbc.batchUpdate(upsert, changed, changed.size(), SessionTable::bind);
        }
    }

    private static void bind(PreparedStatement statement, SessionRow row) throws SQLException {
        var life = row.life();
        var place = row.place();
        statement.setObject(1, row.sessionId());
        statement.setObject(2, row.examId());
        statement.setString(3, row.person());
        statement.setInt(4, row.attempt());
        statement.setInt(5, row.total());
        statement.setInt(6, row.questionsPerPage());
        statement.setInt(7, row.passPercentage());
        bind(statement, 8, life.opensAt());
        bind(statement, 9, life.windowEndsAt());
        statement.setLong(10, life.allowedSeconds());
        statement.setInt(11, life.graceSeconds());
        bind(statement, 12, life.startedAt());
        bind(statement, 13, life.deadline());
        bind(statement, 14, life.lastSignOfLife());
        bind(statement, 15, life.visibility());
        bind(statement, 16, life.ended());
        bind(statement, 17, life.endedAt());
        bind(statement, 18, row.closeScoring());
        statement.setInt(19, place.epoch());
        statement.setLong(20, place.lastClientSeq());
        statement.setInt(21, place.pageIndex());
        statement.setInt(22, place.pageOrder().epoch());
        statement.setLong(23, place.pageOrder().clientSeq());
        statement.setLong(24, row.position());
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Instant at) throws SQLException {
        if (at == null) {
            statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setTimestamp(index, Timestamp.from(at));
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Enum<?> value) throws SQLException {
        statement.setString(index, value == null ? null : value.name());
    }
}
