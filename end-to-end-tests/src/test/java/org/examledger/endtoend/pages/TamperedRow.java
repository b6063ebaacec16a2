package org.examledger.endtoend.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.examledger.endtoend.service.ServiceProcess;

/** A row of the log whose bytes somebody with the database's password has changed; it is what it was when this is closed. */
final class TamperedRow implements AutoCloseable {
    private final Connection database;
    private final long position;
    private final byte[] original;

    private TamperedRow(Connection database, long position, byte[] original) {
        this.database = database;
        this.position = position;
        this.original = original;
    }

    /** Replaces a part of the payload, which has to be there. */
    static TamperedRow at(long position, String part, String other, ServiceProcess service)
            throws IOException, SQLException {
        var database = service.superuser();
        try (var statement = database.createStatement()) {
            // The log is append-only by a trigger, which asks nobody who replicates.
            statement.execute("SET session_replication_role = replica");
        }
        var row = new TamperedRow(database, position, payload(database, position));
        var text = new String(row.original, StandardCharsets.UTF_8);
        if (!text.contains(part)) {
            throw new AssertionError(part + " is not in " + text);
        }
        row.write(text.replace(part, other).getBytes(StandardCharsets.UTF_8));
        return row;
    }

    private static byte[] payload(Connection database, long position) throws SQLException {
        try (var query = database.prepareStatement("SELECT payload FROM log_event WHERE position = ?")) {
            query.setLong(1, position);
            try (var found = query.executeQuery()) {
                found.next();
                return found.getBytes(1);
            }
        }
    }

    private void write(byte[] payload) throws SQLException {
        try (var update = database.prepareStatement("UPDATE log_event SET payload = ? WHERE position = ?")) {
            update.setBytes(1, payload);
            update.setLong(2, position);
            update.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        write(original);
        database.close();
    }
}
