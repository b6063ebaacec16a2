package org.examledger.query.paper;

import java.util.List;
import org.examledger.events.Fact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionStarted;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the texts of each exam and the order of each paper; the key is left out here, so that it cannot leak. */
@Component
class PaperProjection implements Projection {
    static final String MODEL = "paper";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;

    PaperProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public List<String> tables() {
        return List.of("paper_exam", "paper_session");
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return kind == ExamLocked.class || kind == SessionAssigned.class || kind == SessionStarted.class;
    }

    /** Not folded: each of these facts comes once in the life of an exam or a session. */
    @Override
    public void apply(List<Recorded> batch) {
        for (var recorded : batch) {
            switch (recorded.fact()) {
                case ExamLocked it -> store(recorded, it);
                case SessionAssigned it -> store(recorded, it);
                case SessionStarted it -> markStarted(recorded);
                default -> throw new IllegalStateException("not a fact of a paper: " + recorded);
            }
        }
    }

    private void store(Recorded recorded, ExamLocked fact) {
        var texts = fact.questions().stream().map(QuestionText::of).toList();
        jdbc.update("""
                INSERT INTO paper_exam AS stored (exam_id, questions, position) VALUES (?, ?, ?)
                ON CONFLICT (exam_id) DO UPDATE
                SET (questions, position) = (excluded.questions, excluded.position)
                WHERE stored.position < excluded.position
                """, recorded.id(), JSON.writeValueAsString(texts), recorded.position());
    }

    private void store(Recorded recorded, SessionAssigned fact) {
        var paper = fact.paper();
        jdbc.update(
                """
                INSERT INTO paper_session AS stored
                    (session_id, exam_id, person, started, questions_per_page, questions, position)
                VALUES (?, ?, ?, false, ?, ?, ?)
                ON CONFLICT (session_id) DO UPDATE
                SET (started, questions_per_page, questions, position)
                  = (false, excluded.questions_per_page, excluded.questions, excluded.position)
                WHERE stored.position < excluded.position
                """,
                recorded.id(),
                fact.examId(),
                fact.person(),
                paper.questionsPerPage(),
                JSON.writeValueAsString(paper.questions()),
                recorded.position());
    }

    private void markStarted(Recorded recorded) {
        jdbc.update(
                "UPDATE paper_session SET (started, position) = (true, ?) WHERE session_id = ? AND position < ?",
                recorded.position(),
                recorded.id(),
                recorded.position());
    }
}
