package org.examledger.query.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.rules.DraftExpiry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a picker shows of drafts that can still be saved, without their content. */
@Component
class PickerRows {
    private final JdbcClient jdbc;

    PickerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A draft as a picker shows it. */
    record Line(
            UUID draftId,
            @Nullable String title,
            @Nullable String category,
            int revision,
            Instant savedAt,
            String savedBy,
            int questions,
            int workers) {}

    /**
     * The newest first; one that nobody touched for 30 days is over, also before anything says so (R12).
     *
     * @param editor only those that this person saved; absent = everybody's
     */
    List<Line> of(@Nullable String editor, Instant now) {
        return jdbc.sql("""
                SELECT draft_id, title, category, revision, saved_at, saved_by, questions, workers
                FROM draft
                WHERE NOT locked AND NOT over AND saved_at > :expired
                  AND (CAST(:editor AS text) IS NULL OR :editor = ANY (editors))
                ORDER BY saved_at DESC, draft_id
                """)
                .param("expired", Timestamp.from(now.minus(DraftExpiry.UNTOUCHED)))
                .param("editor", editor)
                .query(PickerRows::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("draft_id", UUID.class),
                row.getString("title"),
                row.getString("category"),
                row.getInt("revision"),
                row.getTimestamp("saved_at").toInstant(),
                row.getString("saved_by"),
                row.getInt("questions"),
                row.getInt("workers"));
    }
}
