package org.examledger.query.monitor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.examledger.query.life.SessionRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of the read model {@code sessions}, with the totals of {@code responses}. */
@Component
class MonitorRows {
    private final JdbcClient jdbc;

    MonitorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
}
