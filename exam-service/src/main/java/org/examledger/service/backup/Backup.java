package org.examledger.service.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything that cannot be made again into one zip, all tables as of one moment, while the service goes on. Tables are
 * CSV as PostgreSQL writes it, so that the file can be read without this program.
 */
final class Backup {
    private final DataSource database;
    private final JsonMapper json;

    Backup(DataSource database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The file is there as a whole and on disk, or not at all; nobody but its owner can read it.
     *
     * @throws FileAlreadyExistsException rather than take the place of an older backup
     */
    Manifest writeTo(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "it is there already, and is left as it is");
        }
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            var manifest = writeInto(unfinished);
            force(unfinished, StandardOpenOption.WRITE);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            force(Objects.requireNonNull(file.toAbsolutePath().getParent()), StandardOpenOption.READ);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Manifest writeInto(Path unfinished) throws IOException, SQLException {
        try (var connection = database.getConnection();
                var zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return write(connection, zip);
        }
    }

    private static void force(Path written, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(written, how)) {
            channel.force(true);
        }
    }

    private Manifest write(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        var tables = new LinkedHashMap<String, Manifest.Content>();
        // The first statement takes the snapshot that all others see.
        var head = one(connection, "SELECT position FROM log_head", row -> row.getLong(1));
        for (var table : Tables.KEPT) {
            zip.putNextEntry(new ZipEntry(Manifest.fileOf(table)));
            tables.put(table, copy(connection, table, zip));
            zip.closeEntry();
        }
        var manifest = new Manifest(
                Manifest.FORMAT,
                one(connection, "SELECT clock_timestamp()", Backup::instant),
                Manifest.migrationsOf(connection),
                head,
                one(connection, "SELECT seen_at FROM service_sign", Backup::instant),
                tables);
        zip.putNextEntry(new ZipEntry(Manifest.FILE));
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private static Manifest.Content copy(Connection connection, String table, OutputStream to)
            throws IOException, SQLException {
        var hashing = new DigestOutputStream(to, sha256());
        var columns = Tables.columns(connection, table);
        var rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "COPY (SELECT %s FROM %s ORDER BY 1) TO STDOUT (FORMAT csv, HEADER)".formatted(columns, table),
                        hashing);
        return new Manifest.Content(
                rows, HexFormat.of().formatHex(hashing.getMessageDigest().digest()));
    }

    private interface Reading<T> {
        T from(ResultSet row) throws SQLException;
    }

    private static <T> T one(Connection connection, String sql, Reading<T> reading) throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            rows.next();
            return reading.from(rows);
        }
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(1)).toInstant();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
