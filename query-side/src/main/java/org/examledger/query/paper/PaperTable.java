package org.examledger.query.paper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.examledger.events.session.Paper;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionReset;
import org.examledger.query.feed.Recorded;
import org.examledger.query.sql.RowWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The table of papers while a batch is folded into it. What a batch does not tell of a paper stays as it is stored. */
final class PaperTable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final RowWriter<Change> NEW = RowWriter.<Change>into("paper_session", """
                    ON CONFLICT (session_id) DO UPDATE
                    SET (attempt, started, questions_per_page, questions, position)
                      = (excluded.attempt, excluded.started, excluded.questions_per_page, excluded.questions,
                         excluded.position)
                    WHERE stored.position < excluded.position
                    """)
            .column("session_id", "uuid", Change::sessionId)
            .column("exam_id", "uuid", it -> it.assigned().examId())
            .column("person", "text", it -> it.assigned().person())
            .column("attempt", "integer", Change::attempt)
            .column("started", "boolean", Change::started)
            .column("questions_per_page", "integer", it -> it.paper().questionsPerPage())
            .column("questions", "text", Change::questions)
            .column("position", "bigint", Change::position);

    private final JdbcTemplate jdbc;
    private final Map<UUID, Change> changes = new LinkedHashMap<>();

    PaperTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void assigned(Recorded recorded, SessionAssigned fact) {
        var id = recorded.id();
        changes.put(id, new Change(id, fact, fact.attempt(), fact.paper(), false, recorded.position()));
    }

    void started(Recorded recorded) {
        var id = recorded.id();
        var before = changes.getOrDefault(id, new Change(id, null, 0, null, false, 0));
        changes.put(id, new Change(id, before.assignment, before.attempt, before.newPaper, true, recorded.position()));
    }

    /** Another paper, which the worker sees when he starts again. */
    void reset(Recorded recorded, SessionReset fact) {
        var id = recorded.id();
        var before = changes.get(id);
        var assigned = before == null ? null : before.assignment;
        changes.put(id, new Change(id, assigned, fact.attempt(), fact.paper(), false, recorded.position()));
    }

    void store() {
        NEW.write(jdbc, changes.values().stream().filter(Change::isWhole).toList());
        replacePapers();
        markStarted();
    }

    private void replacePapers() {
        var replaced = changes.values().stream()
                .filter(it -> !it.isWhole() && it.newPaper != null)
                .toList();
        for (var it : replaced) {
            jdbc.update(
                    """
                    UPDATE paper_session
                    SET (attempt, started, questions_per_page, questions, position) = (?, ?, ?, ?, ?)
                    WHERE session_id = ? AND position < ?
                    """,
                    it.attempt,
                    it.started,
                    it.paper().questionsPerPage(),
                    it.questions(),
                    it.position,
                    it.sessionId,
                    it.position);
        }
    }

    private void markStarted() {
        var started =
                changes.values().stream().filter(it -> it.newPaper == null).toList();
        if (!started.isEmpty()) {
            jdbc.update(
                    """
                    UPDATE paper_session SET (started, position) = (true, given.position)
                    FROM unnest(?, ?) AS given (session_id, position)
                    WHERE paper_session.session_id = given.session_id AND paper_session.position < given.position
                    """,
                    started.stream().map(Change::sessionId).toArray(UUID[]::new),
                    started.stream().map(Change::position).toArray(Long[]::new));
        }
    }

    /**
     * What a batch says of a session's paper.
     *
     * @param assignment absent = the row is stored already
     * @param newPaper absent = it stays, and so does the attempt
     */
    private record Change(
            UUID sessionId,
            @Nullable SessionAssigned assignment,
            int attempt,
            @Nullable Paper newPaper,
            boolean started,
            long position) {

        boolean isWhole() {
            return assignment != null;
        }

        SessionAssigned assigned() {
            return Objects.requireNonNull(assignment, "a row that is stored already");
        }

        Paper paper() {
            return Objects.requireNonNull(newPaper, "a paper that stays");
        }

        String questions() {
            return JSON.writeValueAsString(paper().questions());
        }
    }
}
