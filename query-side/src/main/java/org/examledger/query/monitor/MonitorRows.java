package org.examledger.query.monitor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.examledger.query.life.SessionRowMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of the read model {@code sessions}, with the totals of {@code responses}. */
@Component
class MonitorRows {
    private final JdbcClient jdbc;

    MonitorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Header> exam(UUID examId) {
        return jdbc.sql("SELECT title, opens_at, window_ends_at FROM session_exam WHERE exam_id = ?")
                .param(examId)
                .query((row, number) -> header(row))
                .optional();
    }

    private static Header header(ResultSet row) throws SQLException {
        var end = row.getTimestamp(3);
        return new Header(row.getString(1), row.getTimestamp(2).toInstant(), end == null ? null : end.toInstant());
    }

    List<MonitorLine> sessions(UUID examId) {
        return jdbc.sql("""
                SELECT session_row.*, coalesce(points, 0) AS points, coalesce(maximum, 0) AS maximum
                FROM session_row
                LEFT JOIN response_score USING (session_id, attempt)
                WHERE session_row.exam_id = ?
                ORDER BY session_id
                """)
                .param(examId)
                .query((row, number) -> line(row, number))
                .list();
    }

    private static MonitorLine line(ResultSet row, int number) throws SQLException {
        return new MonitorLine(
                SessionRowMapper.INSTANCE.mapRow(row, number), row.getLong("points"), row.getLong("maximum"));
    }

    /** What the monitor says of the exam as a whole. */
    record Header(String title, Instant opensAt, @Nullable Instant windowEndsAt) {}
}
