package org.examledger.query.mysessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.examledger.query.life.SessionRow;
import org.examledger.query.life.SessionRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of the read model {@code sessions}, with the totals of {@code responses}. */
@Component
class MySessionRows {
    private final JdbcClient jdbc;

    MySessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person's sessions, the one that opens last first. */
    List<Line> of(String person) {
        return jdbc.sql("""
                SELECT session_row.*, title, category, coalesce(points, 0) AS points, coalesce(maximum, 0) AS maximum
                FROM session_row
                JOIN session_exam USING (exam_id)
                LEFT JOIN response_score USING (session_id, attempt)
                WHERE person = ?
                ORDER BY session_row.opens_at DESC, session_id
                """)
                .param(person)
                .query((row, number) -> line(row, number))
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                SessionRowMapper.INSTANCE.mapRow(row, number),
                row.getString("title"),
                row.getString("category"),
                row.getLong("points"),
                row.getLong("maximum"));
    }

    record Line(SessionRow row, String title, String category, long points, long maximum) {}
}
