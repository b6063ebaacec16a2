package org.examledger.service.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tables a backup holds. The log and what lies beside it because it is no fact (names, pictures, who read what) cannot be
 * made again; read models, to-do lists and the tree over the log can, and keys that only sign people in are made anew.
 * A test says so of every table that there is.
 */
final class Tables {
    /** In the order in which they are written and read. */
    static final List<String> KEPT = List.of(
            "log_stream",
            "log_type",
            "log_actor",
            "log_event",
            "log_checkpoint",
            "person",
            "directory_key",
            "erased_entry",
            "sign_out",
            "picture",
            "portal_session",
            "audit_read",
            "service_outage");

    private static final String COLUMNS = """
            SELECT quote_ident(column_name) FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position
            """;

    private Tables() {}

    /** The columns of a table, ready to stand in a statement. */
    static String columns(Connection database, String table) throws SQLException {
        try (var query = database.prepareStatement(COLUMNS)) {
            query.setString(1, table);
            var columns = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
            return String.join(", ", columns);
        }
    }
}
