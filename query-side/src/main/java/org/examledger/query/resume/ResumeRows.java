package org.examledger.query.resume;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a session's current answers. */
@Component
class ResumeRows {
    private final JdbcClient jdbc;

    ResumeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Chosen options by question id, without cleared questions. */
    Map<Integer, List<Integer>> answers(UUID sessionId, int attempt) {
        var answers = new LinkedHashMap<Integer, List<Integer>>();
        jdbc.sql("""
                SELECT question_id, option_ids FROM session_answer
                WHERE session_id = ? AND attempt = ? AND cardinality(option_ids) > 0
                ORDER BY question_id
                """).param(sessionId).param(attempt).query(row -> {
            answers.put(row.getInt(1), List.of((Integer[]) row.getArray(2).getArray()));
        });
        return answers;
    }
}
