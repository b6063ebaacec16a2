package org.examledger.benchmarks.raw;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.examledger.benchmarks.machine.Database;

/**
 * Rows as large as ours, with the same keys, each inserted and committed for itself by a prepared statement: as many
 * connections as there are clients, no HTTP, no JSON, no decision.
 */
public final class RawInserts {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS raw_event (
                position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                occurred_at timestamptz NOT NULL,
                sequence    integer     NOT NULL,
                revision    smallint    NOT NULL,
                stream_id   text        COLLATE "C" NOT NULL,
                name        text        COLLATE "C" NOT NULL,
                metadata    bytea       NOT NULL,
                payload     bytea       NOT NULL,
                hash        bytea       NOT NULL,
                UNIQUE (stream_id, sequence)
            )
            """;
    private static final String INSERT = "INSERT INTO raw_event"
            + " (occurred_at, sequence, revision, stream_id, name, metadata, payload, hash)"
            + " VALUES (?, ?, 1, ?, 'AnswerSelected', ?, ?, ?)";
    private static final int SESSIONS = 30;

    private final Database database;
    private final byte[] metadata;
    private final byte[] payload;

    /**
     * @param metadata its size in bytes, as that of an answer in our log
     * @param payload likewise
     */
    public RawInserts(Database database, int metadata, int payload) {
        this.database = database;
        this.metadata = new byte[metadata];
        this.payload = new byte[payload];
        database.execute(TABLE);
    }

    /** Rows a second. */
    public double run(int connections, Duration length) {
        var start = System.nanoTime();
        var end = start + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rows = 0L;
            for (var count : IntStream.range(0, connections)
                    .mapToObj(client -> threads.submit(() -> insert(end)))
                    .toList()) {
                rows += count.get();
            }
            return rows / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private long insert(long end) throws SQLException {
        try (var connection = database.connect()) {
            return insert(connection, end);
        }
    }

    private long insert(Connection connection, long end) throws SQLException {
        var streams = IntStream.range(0, SESSIONS)
                .mapToObj(session -> "session:" + UUID.randomUUID())
                .toList();
        var hash = new byte[32];
        try (var insert = connection.prepareStatement(INSERT)) {
            var rows = 0;
            for (; System.nanoTime() < end; rows++) {
                insert.setObject(1, OffsetDateTime.now(ZoneOffset.UTC));
                insert.setInt(2, rows / SESSIONS);
                insert.setString(3, streams.get(rows % SESSIONS));
                insert.setBytes(4, metadata);
                insert.setBytes(5, payload);
                insert.setBytes(6, hash);
                insert.executeUpdate();
            }
            return rows;
        }
    }
}
