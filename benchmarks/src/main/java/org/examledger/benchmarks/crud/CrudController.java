package org.examledger.benchmarks.crud;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.examledger.benchmarks.web.AnswerBody;
import org.examledger.benchmarks.web.Receipt;
import org.examledger.events.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Stores an answer in one transaction: check the session, upsert the response, remember the page. */
@RestController
class CrudController {
    private static final String SESSION = "SELECT person, status, deadline FROM exam_session WHERE id = ?";
    private static final String UPSERT = """
            INSERT INTO responses (session_id, question_id, option_ids, answered_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (session_id, question_id)
            DO UPDATE SET option_ids = excluded.option_ids, answered_at = excluded.answered_at
            """;
    private static final String PAGE = "UPDATE exam_session SET page_index = ?, last_activity_at = ? WHERE id = ?";

    private final JdbcTemplate jdbc;

    CrudController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record SessionRow(String person, String status, Instant deadline) {
        static SessionRow of(ResultSet row, int number) throws SQLException {
            return new SessionRow(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, OffsetDateTime.class).toInstant());
        }
    }

    @Transactional
    @PostMapping("/api/v1/sessions/{sessionId}/answers")
    public Receipt answer(@PathVariable UUID sessionId, @RequestBody AnswerBody body, Actor actor) {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        var found = jdbc.query(SESSION, SessionRow::of, sessionId);
        if (found.isEmpty() || !found.getFirst().person().equals(actor.person())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var session = found.getFirst();
        if (!session.status().equals("IN_PROGRESS") || session.deadline().isBefore(now.toInstant())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        jdbc.update(UPSERT, sessionId, body.questionId(), body.optionIds().toArray(Integer[]::new), now);
        jdbc.update(PAGE, body.pageIndex(), now, sessionId);
        return new Receipt(
                sessionId,
                session.status(),
                body.clientSeq(),
                0,
                body.epoch(),
                body.epoch(),
                now.toInstant(),
                session.deadline(),
                Duration.between(now.toInstant(), session.deadline()).toSeconds(),
                "stored");
    }
}
