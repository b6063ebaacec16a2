package org.examledger.benchmarks.systems;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.examledger.benchmarks.load.Http;
import org.examledger.benchmarks.load.Walk;
import org.examledger.benchmarks.load.Wire;
import org.examledger.benchmarks.machine.Database;
import org.examledger.benchmarks.machine.JavaProcess;

/**
 * A long log without clicking for an hour: one real session, copied inside PostgreSQL under ever new session ids, with
 * the hashes that the service would have computed. Blocks of sessions run side by side, as in a real exam.
 */
public final class GeneratedLog {
    private static final int AT_ONCE = 500;

    /** The seven fields of RowHash, each behind its length; names as in the tables below. */
    private static final String HASH = """
            sha256(int4send(octet_length(stream_id)) || convert_to(stream_id, 'UTF8')
                || int4send(4) || int4send(sequence)
                || int4send(8) || int8send((extract(epoch FROM occurred_at) * 1000)::bigint)
                || int4send(octet_length(name)) || convert_to(name, 'UTF8')
                || int4send(4) || int4send(revision)
                || int4send(octet_length(hashed_metadata)) || hashed_metadata
                || int4send(octet_length(payload)) || payload)
            """;

    /** The rows of one session, with the names that stand in them as numbers. */
    private static final String TEMPLATE = """
            CREATE TEMPORARY TABLE template AS
            SELECT event.*, named.stream_id, named.name, named.revision,
                   convert_to(named.metadata, 'UTF8') AS hashed_metadata
            FROM log_event AS event
                JOIN log_event_readable AS named ON named.position = event.position
            WHERE named.stream_id = 'session:%s'
            ORDER BY event.sequence
            """;

    private static final String STREAMS = """
            INSERT INTO log_stream (no, name)
            SELECT %2$d + block * %3$d + nth + 1, 'session:' || md5(block || ':' || nth)::uuid
            FROM generate_series(0, %1$d - 1) AS block
            CROSS JOIN generate_series(0, %3$d - 1) AS nth
            """;

    private static final String COPY = """
            INSERT INTO log_event (position, occurred_at, stream_no, sequence, actor_no, type_no,
                                   correlation, metadata, hash, payload)
            SELECT position, occurred_at, stream_no, sequence, actor_no, type_no, correlation, metadata, %1$s, payload
            FROM (
                SELECT %2$d + (block * %4$d + t.sequence) * %6$d + nth + 1 AS position,
                       t.occurred_at, %3$d + block * %6$d + nth + 1 AS stream_no, 'session:' || id AS stream_id,
                       t.sequence, t.actor_no, t.type_no, t.name, t.revision,
                       t.correlation, t.metadata, t.hashed_metadata,
                       CASE WHEN t.sequence = 0
                            THEN convert_to(replace(convert_from(t.payload, 'UTF8'), '%7$s', id::text), 'UTF8')
                            ELSE t.payload END AS payload
                FROM generate_series(0, %5$d - 1) AS block
                CROSS JOIN template AS t
                CROSS JOIN generate_series(0, %6$d - 1) AS nth
                CROSS JOIN LATERAL (SELECT md5(block || ':' || nth)::uuid AS id) AS made
            ) AS fact
            """;

    private GeneratedLog() {}

    /**
     * Lets a process that decides make the one real session.
     *
     * @return its id
     */
    public static UUID realSession(JavaProcess decides) throws IOException {
        var tokens = new Tokens();
        var seat = new LedgerFixture(decides.port(), tokens).seats(1).getFirst();
        try (var wire = new Wire(decides.port())) {
            for (var nth = 1; nth <= Walk.QUESTIONS; nth++) {
                var reply = wire.exchange(Http.post(
                        "/api/v1/sessions/" + seat.sessionId() + "/answers",
                        seat.token(),
                        Walk.body(seat.epoch(), nth)));
                if (reply.status() != 200) {
                    throw new IOException(reply.text());
                }
            }
        }
        return seat.sessionId();
    }

    /**
     * Makes the log about so long; nobody else may write to it meanwhile.
     *
     * @return its exact length
     */
    public static long grow(Database database, UUID session, int events) {
        try (var connection = database.connect()) {
            execute(connection, "SET synchronous_commit = off");
            execute(connection, "SET maintenance_work_mem = '256MB'");
            execute(connection, TEMPLATE.formatted(session));
            var wrong = number(connection, "SELECT count(*) FROM template WHERE hash <> " + HASH);
            if (wrong > 0) {
                throw new IllegalStateException("the log's hash is computed otherwise now; change this class, too");
            }
            execute(connection, "ANALYZE template");
            var start = number(connection, "SELECT position FROM log_head");
            var rows = number(connection, "SELECT count(*) FROM template");
            var blocks = Math.max(1, Math.round((events - start) / (double) (rows * AT_ONCE)));
            var keys = dropKeys(connection);
            var streams = number(connection, "SELECT max(no) FROM log_stream");
            execute(connection, STREAMS.formatted(blocks, streams, AT_ONCE));
            execute(connection, COPY.formatted(HASH, start, streams, rows, blocks, AT_ONCE, session));
            for (var key : keys.entrySet()) {
                execute(connection, "ALTER TABLE log_event ADD CONSTRAINT " + key.getKey() + " " + key.getValue());
            }
            execute(connection, "UPDATE log_head SET position = " + (start + blocks * rows * AT_ONCE));
            execute(connection, "VACUUM ANALYZE log_event, log_stream");
            return start + blocks * rows * AT_ONCE;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Building an index once is quicker than growing it. */
    private static Map<String, String> dropKeys(Connection connection) throws SQLException {
        var keys = new LinkedHashMap<String, String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
                        + " WHERE conrelid = 'log_event'::regclass AND contype IN ('p', 'u')")) {
            while (found.next()) {
                keys.put(found.getString(1), found.getString(2));
            }
        }
        for (var key : keys.keySet()) {
            execute(connection, "ALTER TABLE log_event DROP CONSTRAINT " + key);
        }
        return keys;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
