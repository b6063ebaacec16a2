package org.examledger.query.life;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds exams in the read model {@code sessions}. */
@Component
public class Exams {
    /** Reads an exam's row back, as long as all columns of the table are selected. */
    public static final RowMapper<ExamRow> MAPPER = ExamTable.MAPPER;

    private final JdbcClient jdbc;

    Exams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ExamRow> find(UUID examId) {
        return jdbc.sql("SELECT * FROM session_exam WHERE exam_id = ?")
                .param(examId)
                .query(MAPPER)
                .optional();
    }

    /** The position of the newest fact about an exam or one of its sessions; 0 when there is no such exam. */
    public long newest(UUID examId) {
        return jdbc.sql("SELECT position FROM session_exam_news WHERE exam_id = ?")
                .param(examId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
