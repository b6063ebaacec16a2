package org.examledger.query.responses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.examledger.events.rules.ClientOrder;
import org.examledger.query.sql.RowWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The table of scored responses; its primary key allows one a question and attempt. */
@Component
class ResponseTable {
    private static final RowMapper<ScoredResponse> MAPPER = (row, number) -> response(row);

    private static final RowWriter<ScoredResponse> WRITER = RowWriter.<ScoredResponse>into("responses", """
                    ON CONFLICT (session_id, attempt, question_id) DO UPDATE
                    SET (option_ids, epoch, client_seq, answered_at, changes, is_right, points, position, millis)
                      = (excluded.option_ids, excluded.epoch, excluded.client_seq, excluded.answered_at,
                         excluded.changes, excluded.is_right, excluded.points, excluded.position, excluded.millis)
                    WHERE (stored.epoch, stored.client_seq) < (excluded.epoch, excluded.client_seq)
                    """)
            .column("session_id", "uuid", it -> it.key().sessionId())
            .column("attempt", "integer", it -> it.key().attempt())
            .column("question_id", "integer", it -> it.key().questionId())
            .column("option_ids", "integer[]", ScoredResponse::optionIds)
            .column("epoch", "integer", it -> it.order().epoch())
            .column("client_seq", "bigint", it -> it.order().clientSeq())
            .column("answered_at", "timestamptz", ScoredResponse::answeredAt)
            .column("changes", "integer", ScoredResponse::changes)
            .column("is_right", "boolean", ScoredResponse::right)
            .column("points", "integer", ScoredResponse::points)
            .column("position", "bigint", ScoredResponse::position)
            .column("millis", "bigint", ScoredResponse::millis);

    private final JdbcTemplate jdbc;

    ResponseTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<Integer, ScoredResponse> of(UUID sessionId, int attempt) {
        var responses = new HashMap<Integer, ScoredResponse>();
        jdbc.query("SELECT * FROM responses WHERE session_id = ? AND attempt = ?", MAPPER, sessionId, attempt)
                .forEach(it -> responses.put(it.key().questionId(), it));
        return responses;
    }

    Map<ScoredResponse.Key, ScoredResponse> load(Collection<ScoredResponse.Key> keys) {
        var responses = new HashMap<ScoredResponse.Key, ScoredResponse>();
        if (keys.isEmpty()) {
            return responses;
        }
        jdbc.query(
                        """
                        SELECT responses.* FROM unnest(?, ?, ?) AS asked (session_id, attempt, question_id)
                        JOIN responses USING (session_id, attempt, question_id)
                        """,
                        MAPPER,
                        keys.stream().map(ScoredResponse.Key::sessionId).toArray(UUID[]::new),
                        keys.stream().map(ScoredResponse.Key::attempt).toArray(Integer[]::new),
                        keys.stream().map(ScoredResponse.Key::questionId).toArray(Integer[]::new))
                .forEach(it -> responses.put(it.key(), it));
        return responses;
    }

    /** All responses of these attempts, the sessions' newest, by session. */
    Map<UUID, List<ScoredResponse>> of(Collection<ScoreTable.AttemptKey> attempts) {
        return jdbc
                .query(
                        """
                        SELECT responses.* FROM unnest(?, ?) AS asked (session_id, attempt)
                        JOIN responses USING (session_id, attempt)
                        """,
                        MAPPER,
                        attempts.stream().map(ScoreTable.AttemptKey::sessionId).toArray(UUID[]::new),
                        attempts.stream().map(ScoreTable.AttemptKey::attempt).toArray(Integer[]::new))
                .stream()
                .collect(Collectors.groupingBy(it -> it.key().sessionId()));
    }

    void store(Collection<ScoredResponse> responses) {
        WRITER.write(jdbc, responses);
    }

    /** Stores what answers are worth by another key. */
    void judge(Collection<ScoredResponse> responses) {
        if (!responses.isEmpty()) {
            jdbc.update(
                    """
                    UPDATE responses SET (is_right, points) = (given.is_right, given.points)
                    FROM unnest(?, ?, ?, ?, ?) AS given (session_id, attempt, question_id, is_right, points)
                    WHERE (responses.session_id, responses.attempt, responses.question_id)
                        = (given.session_id, given.attempt, given.question_id)
                    """,
                    responses.stream().map(it -> it.key().sessionId()).toArray(UUID[]::new),
                    responses.stream().map(it -> it.key().attempt()).toArray(Integer[]::new),
                    responses.stream().map(it -> it.key().questionId()).toArray(Integer[]::new),
                    responses.stream().map(ScoredResponse::right).toArray(Boolean[]::new),
                    responses.stream().map(ScoredResponse::points).toArray(Integer[]::new));
        }
    }

    private static ScoredResponse response(ResultSet row) throws SQLException {
        return new ScoredResponse(
                new ScoredResponse.Key(
                        row.getObject("session_id", UUID.class), row.getInt("attempt"), row.getInt("question_id")),
                List.of((Integer[]) row.getArray("option_ids").getArray()),
                new ClientOrder(row.getInt("epoch"), row.getLong("client_seq")),
                row.getTimestamp("answered_at").toInstant(),
                row.getInt("changes"),
                row.getBoolean("is_right"),
                row.getInt("points"),
                row.getLong("position"),
                row.getObject("millis", Long.class));
    }
}
