package org.examledger.query.responses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.CloseScoring;
import org.examledger.query.sql.RowWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The table of totals, one row an attempt. */
@Component
class ScoreTable {
    private static final RowMapper<Score> MAPPER = (row, number) -> score(row);

    private static final RowWriter<Score> WRITER = RowWriter.<Score>into("response_score", """
                    ON CONFLICT (session_id, attempt) DO UPDATE
                    SET (answered, points, maximum, ended, scoring, key_version, rule_version, position, worked_at)
                      = (excluded.answered, excluded.points, excluded.maximum, excluded.ended, excluded.scoring,
                         excluded.key_version, excluded.rule_version, excluded.position, excluded.worked_at)
                    WHERE stored.position < excluded.position OR stored.key_version < excluded.key_version
                       OR stored.worked_at IS DISTINCT FROM excluded.worked_at
                    """)
            .column("session_id", "uuid", Score::sessionId)
            .column("attempt", "integer", Score::attempt)
            .column("exam_id", "uuid", Score::examId)
            .column("question_ids", "integer[]", Score::questionIds)
            .column("answered", "integer", Score::answered)
            .column("points", "bigint", Score::points)
            .column("maximum", "bigint", Score::maximum)
            .column("pass_percentage", "integer", Score::passPercentage)
            .column("ended", "text", Score::ended)
            .column("scoring", "text", Score::scoring)
            .column("key_version", "integer", Score::keyVersion)
            .column("rule_version", "integer", Score::ruleVersion)
            .column("position", "bigint", Score::position)
            .column("worked_at", "timestamptz", Score::workedAt);

    private final JdbcTemplate jdbc;

    ScoreTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All attempts of these sessions, the newest of a session first. */
    List<Score> of(Collection<UUID> sessionIds) {
        return jdbc.query(
                "SELECT * FROM response_score WHERE session_id = ANY (?) ORDER BY session_id, attempt DESC",
                MAPPER,
                (Object) sessionIds.toArray(UUID[]::new));
    }

    /** The newest attempt of each of these sessions. */
    Map<UUID, Score> load(Collection<UUID> sessionIds) {
        var scores = new HashMap<UUID, Score>();
        jdbc.query("""
                        SELECT DISTINCT ON (session_id) * FROM response_score
                        WHERE session_id = ANY (?) ORDER BY session_id, attempt DESC
                        """, MAPPER, (Object) sessionIds.toArray(UUID[]::new)).forEach(it -> scores.put(it.sessionId(), it));
        return scores;
    }

    /** Some of those that were computed by an older key than the newest. */
    List<Score> lagging(int most) {
        return jdbc.query("""
                SELECT response_score.* FROM response_exam JOIN response_score USING (exam_id)
                WHERE response_exam.key_version > 1 AND response_score.key_version < response_exam.key_version
                LIMIT ?
                """, MAPPER, most);
    }

    void store(Collection<Score> scores) {
        WRITER.write(jdbc, scores);
    }

    private static Score score(ResultSet row) throws SQLException {
        var ended = row.getString("ended");
        var scoring = row.getString("scoring");
        var worked = row.getTimestamp("worked_at");
        return new Score(
                row.getObject("session_id", UUID.class),
                row.getInt("attempt"),
                row.getObject("exam_id", UUID.class),
                List.of((Integer[]) row.getArray("question_ids").getArray()),
                row.getInt("answered"),
                row.getLong("points"),
                row.getLong("maximum"),
                row.getInt("pass_percentage"),
                ended == null ? null : SessionStatus.valueOf(ended),
                scoring == null ? null : CloseScoring.valueOf(scoring),
                row.getInt("key_version"),
                row.getInt("rule_version"),
                row.getLong("position"),
                worked == null ? null : worked.toInstant());
    }

    record AttemptKey(UUID sessionId, int attempt) {}
}
