package org.examledger.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The embedded database's password, random per data directory, in a file only its owner can read.
 *
 * <p>The file is a pgpass file, so that an operator needs no password either: {@code PGPASSFILE=data/pgpass psql -h
 * 127.0.0.1 -p 54321 -U exam_ledger}.
 */
record Credentials(String password) {
    /** Owns the service's tables and nothing else. */
    static final String SERVICE_USER = "exam_ledger";

    static final String SUPERUSER = "postgres";
    static final String DATABASE = "exam_ledger";

    private static final String PREFIX = "*:*:*:*:";
    private static final int RANDOM_BYTES = 24;

    static Credentials keptIn(Path dataDirectory) {
        var file = dataDirectory.resolve("pgpass");
        try {
            if (Files.exists(file)) {
                return new Credentials(Files.readString(file).strip().substring(PREFIX.length()));
            }
            var random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            var made = new Credentials(HexFormat.of().formatHex(random));
            writePrivately(file, PREFIX + made.password() + "\n");
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException("The database's password cannot be kept in " + file, failure);
        }
    }

    /** Writes a file nobody else can read at any time. */
    static void writePrivately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }

    @Override
    public String toString() {
        return "Credentials of " + SERVICE_USER;
    }
}
