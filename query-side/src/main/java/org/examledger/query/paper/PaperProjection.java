package org.examledger.query.paper;

import java.util.List;
import java.util.Set;
import org.examledger.events.Fact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionReset;
import org.examledger.events.session.SessionStarted;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the texts of each exam and the order of each session's newest paper; the key is left out here, so that it cannot
 * leak.
 */
@Component
class PaperProjection implements Projection {
    static final String MODEL = "paper";
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Set<Class<? extends Fact>> KINDS =
            Set.of(ExamLocked.class, SessionAssigned.class, SessionStarted.class, SessionReset.class);

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
        return List.of("paper_exam", "paper_session", "paper_picture");
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return KINDS.contains(kind);
    }

    @Override
    public void apply(List<Recorded> batch) {
        var papers = new PaperTable(jdbc);
        for (var recorded : batch) {
            switch (recorded.fact()) {
                case ExamLocked it -> store(recorded, it);
                case SessionAssigned it -> papers.assigned(recorded, it);
                case SessionStarted it -> papers.started(recorded);
                case SessionReset it -> papers.reset(recorded, it);
                default -> throw new IllegalStateException("not a fact of a paper: " + recorded);
            }
        }
        papers.store();
    }

    private void store(Recorded recorded, ExamLocked fact) {
        var texts = fact.questions().stream().map(QuestionText::of).toList();
        jdbc.update("""
                INSERT INTO paper_exam AS stored (exam_id, questions, position) VALUES (?, ?, ?)
                ON CONFLICT (exam_id) DO UPDATE
                SET (questions, position) = (excluded.questions, excluded.position)
                WHERE stored.position < excluded.position
                """, recorded.id(), JSON.writeValueAsString(texts), recorded.position());
        texts.forEach(it -> storePictures(recorded, it));
    }

    private void storePictures(Recorded recorded, QuestionText question) {
        for (var picture : question.allPictures().toList()) {
            jdbc.update(
                    "INSERT INTO paper_picture (sha256, exam_id, question_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    picture.sha256(),
                    recorded.id(),
                    question.id());
        }
    }
}
