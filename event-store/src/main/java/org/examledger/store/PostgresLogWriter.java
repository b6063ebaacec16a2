package org.examledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a batch with one statement in autocommit mode: one round trip, one commit.
 *
 * <p>The update of {@code log_head} comes first and holds its row lock until the commit, so batches of all processes
 * queue up there and positions follow each other without a gap, in the order of the commits.
 */
final class PostgresLogWriter implements LogWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresLogWriter.class);

    /** What an operator sees in {@code pg_stat_activity}. */
    static final String NAME = "log-appender";

    private static final String STORE = """
            WITH head AS (
                UPDATE log_head SET position = position + ? RETURNING position
            ), stored AS (
                INSERT INTO log_event
                    (position, occurred_at, sequence, revision, stream_id, name, metadata, payload, hash)
                SELECT head.position - ? + fact.nth,
                       timestamptz 'epoch' + fact.at_millis * interval '1 millisecond',
                       fact.sequence, fact.revision, fact.stream_id, fact.name,
                       fact.metadata, fact.payload, fact.hash
                FROM head, unnest(?::int8[], ?::int4[], ?::int2[], ?::text[], ?::text[],
                                  ?::bytea[], ?::bytea[], ?::bytea[]) WITH ORDINALITY
                     AS fact (at_millis, sequence, revision, stream_id, name, metadata, payload, hash, nth)
            )
            SELECT position FROM head
            """;

    private final Connection connection;
    private final PGConnection arrays;
    private final PreparedStatement statement;

    private PostgresLogWriter(Connection connection, PGConnection arrays, PreparedStatement statement) {
        this.connection = connection;
        this.arrays = arrays;
        this.statement = statement;
    }

    /**
     * @param patience how long a statement may stay without an answer before its connection counts as lost
     */
    static PostgresLogWriter open(DataSource dataSource, Duration patience) throws SQLException {
        var connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setClientInfo("ApplicationName", NAME);
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            var statement = connection.prepareStatement(STORE);
            statement.unwrap(PGStatement.class).setPrepareThreshold(1);
            return new PostgresLogWriter(connection, connection.unwrap(PGConnection.class), statement);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public long store(List<StoredEvent> rows) throws SQLException {
        int size = rows.size();
        var at = new long[size];
        var sequences = new int[size];
        var revisions = new short[size];
        for (int i = 0; i < size; i++) {
            at[i] = rows.get(i).at().toEpochMilli();
            sequences[i] = rows.get(i).sequence();
            revisions[i] = (short) rows.get(i).revision();
        }
        statement.setInt(1, size);
        statement.setInt(2, size);
        setArray(3, "int8", at);
        setArray(4, "int4", sequences);
        setArray(5, "int2", revisions);
        setArray(6, "text", rows.stream().map(StoredEvent::streamId).toArray(String[]::new));
        setArray(7, "text", rows.stream().map(StoredEvent::name).toArray(String[]::new));
        setArray(8, "bytea", rows.stream().map(StoredEvent::metadata).toArray(byte[][]::new));
        setArray(9, "bytea", rows.stream().map(StoredEvent::payload).toArray(byte[][]::new));
        setArray(10, "bytea", rows.stream().map(StoredEvent::hash).toArray(byte[][]::new));
        try (var head = statement.executeQuery()) {
            if (!head.next()) {
                throw new SQLException("log_head has lost its row");
            }
            return head.getLong(1);
        }
    }

    /** The driver sends arrays of these types in binary form. */
    private void setArray(int parameter, String type, Object elements) throws SQLException {
        statement.setArray(parameter, arrays.createArrayOf(type, elements));
    }

    @Override
    public boolean isAlive() {
        try {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            // An abort also takes a connection that no longer answers out of its pool.
            connection.abort(Runnable::run);
            connection.close();
        } catch (SQLException e) {
            LOG.debug("the appender's connection could not be closed", e);
        }
    }
}
