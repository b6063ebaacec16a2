package org.examledger.service.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.examledger.service.StartRefused;
import org.examledger.store.LogReader;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a backup into an empty database, before anything else uses it: all of it in one transaction or nothing. What was
 * changed in the file is found by its hashes, and what was changed in the log by those of the rows.
 */
final class Restoration {
    private static final String USE_ANOTHER = "Use another backup.";
    private static final int ROWS_AT_ONCE = 2_000;

    private final DataSource database;
    private final JsonMapper json;

    Restoration(DataSource database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @throws StartRefused when the file is not a whole backup of this release, or the database is not empty */
    Manifest from(Path file) {
        try (var zip = new ZipFile(file.toFile());
                var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var manifest = manifestOf(zip);
            requireSameTables(manifest, connection);
            requireEmpty(connection);
            for (var table : Tables.KEPT) {
                copy(zip, manifest, table, connection);
            }
            settle(manifest, connection);
            requireUnchanged(manifest, connection);
            connection.commit();
            return manifest;
        } catch (IOException | SQLException | JacksonException unreadable) {
            throw new StartRefused(
                    "The backup " + file + " cannot be restored: " + unreadable.getMessage(), USE_ANOTHER, unreadable);
        }
    }

    private Manifest manifestOf(ZipFile zip) throws IOException {
        try (var stream = open(zip, Manifest.FILE)) {
            var manifest = json.readValue(stream, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new StartRefused("The backup has the format " + manifest.format() + ".", "Use a newer release.");
            }
            return manifest;
        }
    }

    private static void requireSameTables(Manifest manifest, Connection connection) throws SQLException {
        var here = Manifest.migrationsOf(connection);
        if (!manifest.migrations().equals(here)) {
            throw new StartRefused(
                    "The backup was made by a release with other tables (its migrations end with "
                            + manifest.migrations().getLast() + ").",
                    "Restore it with the release that made it, then start this one on the same database.");
        }
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery("SELECT position FROM log_head FOR UPDATE")) {
            rows.next();
            if (rows.getLong(1) > 0) {
                throw new StartRefused(
                        "There is a log already, so no backup is restored over it.",
                        "Remove exam.restore.from to go on with what is there, or name an empty database.");
            }
        }
    }

    private static void copy(ZipFile zip, Manifest manifest, String table, Connection connection)
            throws IOException, SQLException {
        var said = manifest.tables().get(table);
        if (said == null) {
            throw new IOException("it has no " + table);
        }
        var statement = "COPY %s (%s) FROM STDIN (FORMAT csv, HEADER MATCH)"
                .formatted(table, Tables.columns(connection, table));
        try (var hashing = new DigestInputStream(open(zip, Manifest.fileOf(table)), Backup.sha256())) {
            var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, hashing);
            var found = HexFormat.of().formatHex(hashing.getMessageDigest().digest());
            if (rows != said.rows() || !found.equals(said.sha256())) {
                throw new IOException(table + " is not what was written");
            }
        }
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        return zip.getInputStream(entry);
    }

    private static void settle(Manifest manifest, Connection connection) throws SQLException {
        try (var head = connection.prepareStatement("UPDATE log_head SET position = ?");
                var alive = connection.prepareStatement("UPDATE service_sign SET seen_at = ?");
                var numbers = connection.createStatement()) {
            head.setLong(1, manifest.head());
            head.executeUpdate();
            alive.setTimestamp(1, Timestamp.from(manifest.lastAlive()));
            alive.executeUpdate();
            numbers.execute("SELECT setval(pg_get_serial_sequence('audit_read', 'number'),"
                    + " (SELECT coalesce(max(number), 0) + 1 FROM audit_read), false)");
        }
    }

    /** Every row of the log has the hash that it had, and none is missing. */
    private static void requireUnchanged(Manifest manifest, Connection connection) throws IOException {
        var log = new LogReader(new SingleConnectionDataSource(connection, true));
        long position = 0;
        for (var rows = log.pageAfter(position, ROWS_AT_ONCE);
                !rows.isEmpty();
                rows = log.pageAfter(position, ROWS_AT_ONCE)) {
            for (var row : rows) {
                position++;
                if (row.position() != position || !Arrays.equals(row.hash(), row.recomputedHash())) {
                    throw new IOException("the log is not what was stored, from position " + position + " on");
                }
            }
        }
        if (position != manifest.head()) {
            throw new IOException("the log ends at position " + position + " instead of " + manifest.head());
        }
    }
}
