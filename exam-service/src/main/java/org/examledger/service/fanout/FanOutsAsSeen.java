package org.examledger.service.fanout;

import java.util.Optional;
import java.util.UUID;
import org.examledger.query.exams.FanOuts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows how far fan-outs are; every role has the table, so a process that only answers queries can look at it too. */
@Component
class FanOutsAsSeen implements FanOuts {
    private final JdbcClient jdbc;

    FanOutsAsSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<FanOut> of(UUID examId) {
        return jdbc.sql("""
                SELECT kind, done, total FROM exam_fan_out WHERE exam_id = ?
                ORDER BY done >= total, CASE WHEN done < total THEN sequence ELSE -sequence END LIMIT 1
                """)
                .param(examId)
                .query((row, number) -> new FanOut(row.getString(1), row.getInt(2), row.getInt(3)))
                .optional();
    }
}
