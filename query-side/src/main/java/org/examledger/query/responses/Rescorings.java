package org.examledger.query.responses;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the scores of an exam have been computed again by its corrected key. */
@Component
public class Rescorings {
    private final JdbcClient jdbc;

    Rescorings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Absent when the key is as it was locked. */
    public Optional<Progress> of(UUID examId) {
        return jdbc.sql("""
                SELECT response_exam.key_version,
                       count(*) FILTER (WHERE response_score.key_version = response_exam.key_version),
                       count(response_score.exam_id)
                FROM response_exam LEFT JOIN response_score USING (exam_id)
                WHERE exam_id = ? AND response_exam.key_version > 1
                GROUP BY response_exam.key_version
                """)
                .param(examId)
                .query((row, number) -> new Progress(row.getInt(1), row.getInt(2), row.getInt(3)))
                .optional();
    }

    /**
     * @param keyVersion the newest
     * @param done attempts that are scored by it
     */
    public record Progress(int keyVersion, int done, int total) {}
}
