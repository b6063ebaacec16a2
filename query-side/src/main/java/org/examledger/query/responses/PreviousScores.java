package org.examledger.query.responses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.examledger.query.sql.RowWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The table of scores by earlier versions of a key; a row never changes. */
@Component
class PreviousScores {
    private static final RowMapper<PreviousScore> MAPPER = (row, number) -> previous(row);

    private static final RowWriter<PreviousScore> WRITER = RowWriter.<PreviousScore>into("response_previous", """
                    ON CONFLICT (session_id, attempt, key_version) DO NOTHING
                    """)
            .column("session_id", "uuid", PreviousScore::sessionId)
            .column("attempt", "integer", PreviousScore::attempt)
            .column("key_version", "integer", PreviousScore::keyVersion)
            .column("score", "bigint", PreviousScore::score)
            .column("maximum", "bigint", PreviousScore::maximum)
            .column("rule_version", "integer", PreviousScore::ruleVersion)
            .column("position", "bigint", PreviousScore::position);

    private final JdbcTemplate jdbc;

    PreviousScores(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<PreviousScore> of(Collection<UUID> sessionIds) {
        return jdbc.query("SELECT * FROM response_previous WHERE session_id = ANY (?)", MAPPER, (Object)
                sessionIds.toArray(UUID[]::new));
    }

    void store(Collection<PreviousScore> scores) {
        WRITER.write(jdbc, scores);
    }

    private static PreviousScore previous(ResultSet row) throws SQLException {
        return new PreviousScore(
                row.getObject("session_id", UUID.class),
                row.getInt("attempt"),
                row.getInt("key_version"),
                row.getLong("score"),
                row.getLong("maximum"),
                row.getInt("rule_version"),
                row.getLong("position"));
    }
}
