package org.examledger.query.resume;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.examledger.events.Fact;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.SessionFact;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.examledger.query.life.SessionTable;
import org.examledger.query.sql.RowWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what a page needs to go on: the session's row and the current answer of each question. */
@Component
class ResumeProjection implements Projection {
    static final String MODEL = "resume";

    private static final RowWriter<Map.Entry<AnswerKey, AnswerSelected>> ANSWERS =
            RowWriter.<Map.Entry<AnswerKey, AnswerSelected>>into("resume_answer", """
                            ON CONFLICT (session_id, attempt, question_id) DO UPDATE
                            SET (option_ids, epoch, client_seq)
                              = (excluded.option_ids, excluded.epoch, excluded.client_seq)
                            WHERE (stored.epoch, stored.client_seq) < (excluded.epoch, excluded.client_seq)
                            """)
                    .column("session_id", "uuid", it -> it.getKey().sessionId())
                    .column("attempt", "integer", it -> it.getKey().attempt())
                    .column("question_id", "integer", it -> it.getKey().questionId())
                    .column("option_ids", "integer[]", it -> it.getValue().optionIds())
                    .column("epoch", "integer", it -> it.getValue().epoch())
                    .column("client_seq", "bigint", it -> it.getValue().clientSeq());

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
        ANSWERS.write(jdbc, answers.entrySet());
    }
}
