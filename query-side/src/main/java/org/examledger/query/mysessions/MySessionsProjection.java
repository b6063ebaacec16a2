package org.examledger.query.mysessions;

import java.util.List;
import org.examledger.events.Fact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.session.SessionFact;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.examledger.query.life.SessionTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps a worker's list: his sessions, and what their exams are called. */
@Component
class MySessionsProjection implements Projection {
    static final String MODEL = "my-sessions";

    private final JdbcTemplate jdbc;
    private final SessionTable sessions;

    MySessionsProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        sessions = new SessionTable(jdbc, "my_session");
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public List<String> tables() {
        return List.of("my_exam", "my_session");
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return kind == ExamLocked.class || SessionFact.class.isAssignableFrom(kind);
    }

    @Override
    public void apply(List<Recorded> batch) {
        var rows = sessions.load(batch);
        for (var recorded : batch) {
            switch (recorded.fact()) {
                case SessionFact it -> rows.take(recorded, it);
                case ExamLocked it -> store(recorded, it);
                default -> throw new IllegalStateException("not a fact of a worker's list: " + recorded);
            }
        }
        sessions.store(rows);
    }

    private void store(Recorded recorded, ExamLocked fact) {
        jdbc.update("""
                INSERT INTO my_exam AS stored (exam_id, title, category, position) VALUES (?, ?, ?, ?)
                ON CONFLICT (exam_id) DO UPDATE
                SET (title, category, position) = (excluded.title, excluded.category, excluded.position)
                WHERE stored.position < excluded.position
                """, recorded.id(), fact.title(), fact.category(), recorded.position());
    }
}
