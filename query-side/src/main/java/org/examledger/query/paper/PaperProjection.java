package org.examledger.query.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.Fact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionStarted;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.examledger.query.sql.RowWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the texts of each exam and the order of each paper; the key is left out here, so that it cannot leak. */
@Component
class PaperProjection implements Projection {
    static final String MODEL = "paper";
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final RowWriter<PaperOfSession> PAPERS = RowWriter.<PaperOfSession>into("paper_session", """
                    ON CONFLICT (session_id) DO UPDATE
                    SET (started, questions_per_page, questions, position)
                      = (excluded.started, excluded.questions_per_page, excluded.questions, excluded.position)
                    WHERE stored.position < excluded.position
                    """)
            .column("session_id", "uuid", PaperOfSession::sessionId)
            .column("exam_id", "uuid", it -> it.assigned().examId())
            .column("person", "text", it -> it.assigned().person())
            .column("started", "boolean", PaperOfSession::started)
            .column("questions_per_page", "integer", it -> it.assigned().paper().questionsPerPage())
            .column(
                    "questions",
                    "text",
                    it -> JSON.writeValueAsString(it.assigned().paper().questions()))
            .column("position", "bigint", PaperOfSession::position);

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

    @Override
    public void apply(List<Recorded> batch) {
        var papers = new LinkedHashMap<UUID, PaperOfSession>();
        var started = new LinkedHashMap<UUID, Long>();
        for (var recorded : batch) {
            var id = recorded.id();
            switch (recorded.fact()) {
                case ExamLocked it -> store(recorded, it);
                case SessionAssigned it -> papers.put(id, PaperOfSession.of(recorded, it));
                case SessionStarted it -> {
                    if (papers.computeIfPresent(id, (session, paper) -> paper.startedAt(recorded.position())) == null) {
                        started.put(id, recorded.position());
                    }
                }
                default -> throw new IllegalStateException("not a fact of a paper: " + recorded);
            }
        }
        markStarted(started);
        PAPERS.write(jdbc, papers.values());
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

    private void markStarted(Map<UUID, Long> started) {
        if (!started.isEmpty()) {
            jdbc.update(
                    """
                    UPDATE paper_session SET (started, position) = (true, given.position)
                    FROM unnest(?, ?) AS given (session_id, position)
                    WHERE paper_session.session_id = given.session_id AND paper_session.position < given.position
                    """, started.keySet().toArray(UUID[]::new), started.values().toArray(Long[]::new));
        }
    }

    /** A session's paper as the facts of a batch leave it. */
    private record PaperOfSession(UUID sessionId, SessionAssigned assigned, boolean started, long position) {
        static PaperOfSession of(Recorded recorded, SessionAssigned fact) {
            return new PaperOfSession(recorded.id(), fact, false, recorded.position());
        }

        PaperOfSession startedAt(long next) {
            return new PaperOfSession(sessionId, assigned, true, next);
        }
    }
}
