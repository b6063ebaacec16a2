package org.examledger.query.drafts;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
                List.of((String[]) row.getArray("editors").getArray()),
                row.getString("saved_by"),
                row.getInt("revision"),
                row.getTimestamp("saved_at").toInstant(),
                row.getBoolean("locked"),
                row.getBoolean("over"),
                JSON.readValue(row.getString("content"), DraftContent.class),
                row.getLong("position"));
    }

    void store(Collection<DraftFold> drafts) {
        jdbc.batchUpdate("""
                INSERT INTO draft AS stored
                    (draft_id, author, editors, title, category, revision, saved_at, saved_by, questions, workers, locked,
                     over, content, position)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (draft_id) DO UPDATE
                SET (editors, title, category, revision, saved_at, saved_by, questions, workers, locked, over, content,
                     position)
                  = (excluded.editors, excluded.title, excluded.category, excluded.revision, excluded.saved_at,
                     excluded.saved_by, excluded.questions, excluded.workers, excluded.locked, excluded.over,
                     excluded.content, excluded.position)
                WHERE stored.position < excluded.position
                """, drafts, drafts.size(), DraftTable::write);
    }

    private static void write(PreparedStatement statement, DraftFold draft) throws SQLException {
        var content = draft.content();
        statement.setObject(1, draft.draftId());
        statement.setString(2, draft.author());
        statement.setArray(
                3,
                statement.getConnection().createArrayOf("text", draft.editors().toArray()));
        statement.setString(4, content.text("title"));
        statement.setString(5, content.text("category"));
        statement.setInt(6, draft.revision());
        statement.setTimestamp(7, Timestamp.from(draft.savedAt()));
        statement.setString(8, draft.savedBy());
        statement.setInt(9, content.size());
        statement.setInt(10, content.workers().size());
        statement.setBoolean(11, draft.locked());
        statement.setBoolean(12, draft.over());
        statement.setString(13, JSON.writeValueAsString(content));
        statement.setLong(14, draft.position());
    }
}
