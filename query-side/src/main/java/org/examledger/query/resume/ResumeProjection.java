package org.examledger.query.resume;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import org.examledger.events.Fact;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.SessionFact;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.examledger.query.life.SessionTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what a page needs to go on: the session's row and the current answer of each question. */
@Component
class ResumeProjection implements Projection {
    static final String MODEL = "resume";

    private static final String UPSERT = """
            INSERT INTO resume_answer AS stored (session_id, attempt, question_id, option_ids, epoch, client_seq)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (session_id, attempt, question_id) DO UPDATE
            SET (option_ids, epoch, client_seq) = (excluded.option_ids, excluded.epoch, excluded.client_seq)
            WHERE (stored.epoch, stored.client_seq) < (excluded.epoch, excluded.client_seq)
            """;

    private final JdbcTemplate jdbc;
    private final SessionTable sessions;

    ResumeProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        sessions = new SessionTable(jdbc, "resume_session");
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public List<String> tables() {
        return List.of("resume_session", "resume_answer");
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return SessionFact.class.isAssignableFrom(kind);
    }

    @Override
    public void apply(List<Recorded> batch) {
        var rows = sessions.load(batch);
        var answers = new LinkedHashMap<AnswerKey, AnswerSelected>();
        for (var recorded : batch) {
            var fact = (SessionFact) recorded.fact();
            if (rows.take(recorded, fact) && fact instanceof AnswerSelected answer) {
                var sessionId = recorded.id();
                var key = new AnswerKey(sessionId, rows.of(sessionId).attempt(), answer.questionId());
                answers.merge(key, answer, AnswerKey::newer);
            }
        }
        sessions.store(rows);
        store(answers);
    }

    private void store(LinkedHashMap<AnswerKey, AnswerSelected> answers) {
        if (answers.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(UPSERT, answers.entrySet(), answers.size(), (statement, entry) -> {
            var key = entry.getKey();
            var answer = entry.getValue();
            statement.setObject(1, key.sessionId());
            statement.setInt(2, key.attempt());
            statement.setInt(3, key.questionId());
            statement.setArray(4, integers(statement.getConnection(), answer.optionIds()));
            statement.setInt(5, answer.epoch());
            statement.setLong(6, answer.clientSeq());
        });
    }

    private static Array integers(Connection connection, List<Integer> values) throws SQLException {
        return connection.createArrayOf("integer", values.toArray());
    }
}
