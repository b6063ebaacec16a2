package org.examledger.query.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the table of drafts. */
@Component
class DraftTable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;

    DraftTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, DraftFold> load(Collection<UUID> draftIds) {
        var drafts = new HashMap<UUID, DraftFold>();
        jdbc.query("SELECT * FROM draft WHERE draft_id = ANY (?)", (row, number) -> draft(row), (Object)
                        draftIds.toArray(UUID[]::new))
                .forEach(it -> drafts.put(it.draftId(), it));
        return drafts;
    }

    private static DraftFold draft(ResultSet row) throws SQLException {
        return new DraftFold(
                row.getObject("draft_id", UUID.class),
                row.getString("author"),
                row.getInt("revision"),
                row.getTimestamp("saved_at").toInstant(),
                row.getBoolean("locked"),
                JSON.readValue(row.getString("content"), DraftContent.class),
                row.getLong("position"));
    }

    void store(Collection<DraftFold> drafts) {
        jdbc.batchUpdate("""
                INSERT INTO draft AS stored
                    (draft_id, author, title, category, revision, saved_at, locked, content, position)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (draft_id) DO UPDATE
                SET (title, category, revision, saved_at, locked, content, position)
                  = (excluded.title, excluded.category, excluded.revision, excluded.saved_at, excluded.locked,
                     excluded.content, excluded.position)
                WHERE stored.position < excluded.position
                """, drafts, drafts.size(), (statement, draft) -> {
            statement.setObject(1, draft.draftId());
            statement.setString(2, draft.author());
            statement.setString(3, draft.content().text("title"));
            statement.setString(4, draft.content().text("category"));
            statement.setInt(5, draft.revision());
            statement.setTimestamp(6, Timestamp.from(draft.savedAt()));
            statement.setBoolean(7, draft.locked());
            statement.setString(8, JSON.writeValueAsString(draft.content()));
            statement.setLong(9, draft.position());
        });
    }
}
