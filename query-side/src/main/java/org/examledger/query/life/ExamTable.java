package org.examledger.query.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.query.feed.Recorded;
import org.examledger.query.sql.RowWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** The exams of a batch, while the batch is folded into them. */
final class ExamTable {
    static final RowMapper<ExamRow> MAPPER = (row, number) -> exam(row);

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final RowWriter<ExamRow> WRITER = RowWriter.<ExamRow>into("session_exam", """
                    ON CONFLICT (exam_id) DO UPDATE
                    SET (opens_at, window_ends_at, ended, ended_at, content, position)
                      = (excluded.opens_at, excluded.window_ends_at, excluded.ended, excluded.ended_at,
                         excluded.content, excluded.position)
                    WHERE stored.position < excluded.position
                    """)
            .column("exam_id", "uuid", ExamRow::examId)
            .column("title", "text", ExamRow::title)
            .column("category", "text", ExamRow::category)
            .column("locked_by", "text", ExamRow::lockedBy)
            .column("locked_at", "timestamptz", ExamRow::lockedAt)
            .column("opens_at", "timestamptz", ExamRow::opensAt)
            .column("window_ends_at", "timestamptz", ExamRow::windowEndsAt)
            .column("ended", "text", ExamRow::ended)
            .column("ended_at", "timestamptz", ExamRow::endedAt)
            .column("content", "text", it -> JSON.writeValueAsString(it.content()))
            .column("position", "bigint", ExamRow::position);

    private static final RowWriter<Map.Entry<UUID, Long>> NEWS = RowWriter.<Map.Entry<UUID, Long>>into(
                    "session_exam_news", """
                            ON CONFLICT (exam_id) DO UPDATE SET position = excluded.position
                            WHERE stored.position < excluded.position
                            """)
            .column("exam_id", "uuid", Map.Entry::getKey)
            .column("position", "bigint", Map.Entry::getValue);

    private final JdbcTemplate jdbc;
    private final Map<UUID, ExamRow> rows = new HashMap<>();
    private final Map<UUID, ExamRow> changed = new LinkedHashMap<>();
    private final Map<UUID, Long> news = new LinkedHashMap<>();

    private ExamTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Loads the rows of all exams that have a fact in this batch. */
    static ExamTable load(JdbcTemplate jdbc, List<Recorded> batch) {
        var table = new ExamTable(jdbc);
        var ids = batch.stream()
                .filter(it -> it.fact() instanceof ExamFact)
                .map(Recorded::id)
                .distinct()
                .toArray(UUID[]::new);
        if (ids.length > 0) {
            jdbc.query("SELECT * FROM session_exam WHERE exam_id = ANY (?)", MAPPER, (Object) ids)
                    .forEach(it -> table.rows.put(it.examId(), it));
        }
        return table;
    }

    void take(Recorded recorded, ExamFact fact) {
        var id = recorded.id();
        var row = rows.get(id);
        if (row != null && recorded.position() <= row.position()) {
            return;
        }
        var next = row == null ? first(recorded, fact) : row.after(fact, recorded.at(), recorded.position());
        rows.put(id, next);
        changed.put(id, next);
        heard(id, recorded.position());
    }

    private static ExamRow first(Recorded recorded, ExamFact fact) {
        if (fact instanceof ExamLocked locked) {
            return ExamRow.of(locked, recorded.actor(), recorded.at(), recorded.position());
        }
        throw new IllegalStateException("The stream " + recorded.stream() + " does not begin with its exam");
    }

    /** There was a fact about an exam or one of its sessions. */
    void heard(UUID examId, long position) {
        news.merge(examId, position, Math::max);
    }

    void store() {
        WRITER.write(jdbc, changed.values());
        NEWS.write(jdbc, news.entrySet());
    }

    private static ExamRow exam(ResultSet row) throws SQLException {
        var ended = row.getString("ended");
        return new ExamRow(
                row.getObject("exam_id", UUID.class),
                row.getString("title"),
                row.getString("category"),
                row.getString("locked_by"),
                row.getTimestamp("locked_at").toInstant(),
                Objects.requireNonNull(instant(row.getTimestamp("opens_at"))),
                instant(row.getTimestamp("window_ends_at")),
                ended == null ? null : ExamStatus.valueOf(ended),
                instant(row.getTimestamp("ended_at")),
                JSON.readValue(row.getString("content"), ExamContent.class),
                row.getLong("position"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
