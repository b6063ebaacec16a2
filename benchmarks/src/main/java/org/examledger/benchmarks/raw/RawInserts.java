package org.examledger.benchmarks.raw;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
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
                stream_no   integer     NOT NULL,
                sequence    integer     NOT NULL,
                actor_no    integer,
                type_no     smallint    NOT NULL,
                correlation bytea       NOT NULL,
                metadata    bytea       NOT NULL,
                hash        bytea       NOT NULL,
                payload     bytea       NOT NULL,
                UNIQUE (stream_no, sequence)
            )
            """;
    private static final String INSERT = "INSERT INTO raw_event"
            + " (occurred_at, stream_no, sequence, actor_no, type_no, correlation, metadata, hash, payload)"
            + " VALUES (?, ?, ?, 1, 1, ?, '', ?, ?)";
    private static final int SESSIONS = 30;

    private final Database database;
    private final byte[] payload;

    /**
     * @param payload its size in bytes, as that of an answer in our log
     */
    public RawInserts(Database database, int payload) {
        this.database = database;
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
                .map(session -> ThreadLocalRandom.current().nextInt())
                .toArray();
        var correlation = new byte[8];
        var hash = new byte[32];
        try (var insert = connection.prepareStatement(INSERT)) {
            var rows = 0;
            for (; System.nanoTime() < end; rows++) {
                insert.setObject(1, OffsetDateTime.now(ZoneOffset.UTC));
                insert.setInt(2, streams[rows % SESSIONS]);
                insert.setInt(3, rows / SESSIONS);
                insert.setBytes(4, correlation);
                insert.setBytes(5, hash);
                insert.setBytes(6, payload);
                insert.executeUpdate();
            }
            return rows;
        }
    }
}
