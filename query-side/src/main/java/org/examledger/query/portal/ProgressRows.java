package org.examledger.query.portal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.examledger.query.life.ExamRow;
import org.examledger.query.life.Exams;
import org.examledger.query.life.SessionRow;
import org.examledger.query.life.SessionRowMapper;
import org.examledger.query.responses.Scores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of the read model {@code sessions}, with the totals of {@code responses}. */
@Component
class ProgressRows {
    private final JdbcClient jdbc;

    ProgressRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A session's row and the totals of its current attempt.
     *
     * @param scored position up to which scores are computed; a score that may still change is not shown
     */
    record Line(SessionRow row, long points, long maximum, long scored) {}

    /** The exams that the portal shows as one group: the day is that of the opening in the exam's zone (R8). */
    List<UUID> examsOf(String title, String category, LocalDate day) {
        return jdbc
                .sql("SELECT * FROM session_exam WHERE title = ? AND category = ? ORDER BY exam_id")
                .param(title)
                .param(category)
                .query(Exams.MAPPER)
                .list()
                .stream()
                .filter(it -> it.opensAt()
                        .atZone(ZoneId.of(it.content().zone()))
                        .toLocalDate()
                        .equals(day))
                .map(ExamRow::examId)
                .toList();
    }

    List<Line> sessionsOf(Collection<UUID> examIds) {
        return jdbc.sql("""
                SELECT session_row.*, coalesce(points, 0) AS points, coalesce(maximum, 0) AS maximum,
                       coalesce((SELECT position FROM read_position WHERE model = ?), 0) AS scored
                FROM session_row
                LEFT JOIN response_score USING (session_id, attempt)
                WHERE session_row.exam_id = ANY (?::uuid[])
                """)
                .param(Scores.MODEL)
                .param(examIds.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> new Line(
                        SessionRowMapper.INSTANCE.mapRow(row, number),
                        row.getLong("points"),
                        row.getLong("maximum"),
                        row.getLong("scored")))
                .list();
    }
}
