package org.examledger.faults.list;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.examledger.faults.stage.PostgresServer;
import org.examledger.proof.RowHash;

/** Rows that another release appends, sealed and in order as every row is. */
final class ForeignRows {
    /** Of nobody whom a client could have been. */
    private static final String SYSTEM = "{\"actor\":\"system\",\"correlation\":\"\",\"role\":\"system\"}";

    private static final String APPEND = """
            WITH head AS (UPDATE log_head SET position = position + 1 RETURNING position)
            INSERT INTO log_event
                (position, occurred_at, stream_no, sequence, type_no, correlation, metadata, payload, hash)
            SELECT position, timestamptz 'epoch' + ? * interval '1 millisecond', stream_no, ?, type_no, '', ?, ?, ?
            FROM head, log_numbers(ARRAY[?], ARRAY[?], ARRAY[?], ARRAY[NULL], ARRAY[NULL])
            RETURNING position
            """;

    private ForeignRows() {}

    /** Appends a fact to a stream, and returns its position. */
    static long append(PostgresServer postgres, String stream, String name, int revision, String payload) {
        var sequence = Integer.parseInt(postgres.value(
                "SELECT coalesce(max(sequence) + 1, 0) FROM log_event_readable WHERE stream_id = '" + stream + "'"));
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
        var metadata = SYSTEM.getBytes(StandardCharsets.UTF_8);
        var bytes = payload.getBytes(StandardCharsets.UTF_8);
        try (var connection = postgres.connect();
                var insert = connection.prepareStatement(APPEND)) {
            insert.setLong(1, at);
            insert.setInt(2, sequence);
            insert.setBytes(3, metadata);
            insert.setBytes(4, bytes);
            insert.setBytes(5, RowHash.of(stream, sequence, at, name, revision, metadata, bytes));
            insert.setString(6, stream);
            insert.setString(7, name);
            insert.setInt(8, revision);
            try (var position = insert.executeQuery()) {
                position.next();
                return position.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(name, failed);
        }
    }
}
