package org.examledger.service.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a backup says of itself; it is read before anything else.
 *
 * @param format of the file, {@value #FORMAT}
 * @param madeAt by the database's clock
 * @param migrations that its tables have seen; a release with others reads them differently
 * @param head the log's last position
 * @param lastAlive when a process that takes commands was alive last; running sessions get the time since then back (R11)
 * @param tables rows and SHA-256 of each table's file, in hex
 */
record Manifest(
        int format,
        Instant madeAt,
        List<String> migrations,
        long head,
        Instant lastAlive,
        Map<String, Content> tables) {
    static final int FORMAT = 1;
    static final String FILE = "manifest.json";

    private static final String MIGRATIONS =
            "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL ORDER BY version::integer";

    /** One table's file. */
    record Content(long rows, String sha256) {}

    static String fileOf(String table) {
        return "tables/" + table + ".csv";
    }

    static List<String> migrationsOf(Connection database) throws SQLException {
        try (var query = database.createStatement();
                var rows = query.executeQuery(MIGRATIONS)) {
            var migrations = new ArrayList<String>();
            while (rows.next()) {
                migrations.add(rows.getString(1));
            }
            return migrations;
        }
    }
}
