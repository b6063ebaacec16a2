package org.examledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a batch with one statement in autocommit mode: one round trip, one commit.
 *
 * <p>The update of {@code log_head} comes first and holds its row lock until the commit, so batches of all processes
 * queue up there and positions follow each other without a gap, in the order of the commits. A batch with a name whose
 * number is not known yet has the numbers found, or given, by the same statement, under the same lock.
 */
final class PostgresLogWriter implements LogWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresLogWriter.class);

    /** What an operator sees in {@code pg_stat_activity}. */
    static final String NAME = "log-appender";

    /** Two exams of 10,000 sessions at once; some megabytes. */
    private static final int REMEMBERED = 20_000;

    /** What is known of a row goes into the first function, its numbers come out of the second. */
    private static final String STORE = """
            WITH head AS (
                UPDATE log_head SET position = position + ? RETURNING position
            ), stored AS (
                INSERT INTO log_event
                    (position, occurred_at, stream_no, sequence, actor_no, type_no, correlation, metadata, hash, payload)
                SELECT head.position - ? + fact.nth,
                       timestamptz 'epoch' + fact.at_millis * interval '1 millisecond',
                       fact.stream_no, fact.sequence, nullif(fact.actor_no, 0), fact.type_no,
                       fact.correlation, fact.metadata, fact.hash, fact.payload
                FROM head, ROWS FROM (
                         unnest(?::int8[], ?::int4[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[]),
                         %s) WITH ORDINALITY
                     AS fact (at_millis, sequence, correlation, metadata, hash, payload,
                              stream_no, type_no, actor_no, nth)
                RETURNING position, stream_no, type_no, actor_no
            )
            %s
            """;

    private static final String STORE_KNOWN =
            STORE.formatted("unnest(?::int4[], ?::int2[], ?::int4[])", "SELECT position FROM head");

    private static final String STORE_NEW = STORE.formatted(
            "log_numbers(?::text[], ?::text[], ?::int4[], ?::text[], ?::text[])",
            "SELECT position, stream_no, type_no, actor_no FROM stored ORDER BY position");

    private final Connection connection;
    private final PGConnection arrays;
    private final PreparedStatement known;
    private final PreparedStatement unknown;
    private final KnownNumbers numbers = new KnownNumbers(REMEMBERED);

    private PostgresLogWriter(Connection connection) throws SQLException {
        this.connection = connection;
        arrays = connection.unwrap(PGConnection.class);
        known = prepared(STORE_KNOWN);
        unknown = prepared(STORE_NEW);
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
            return new PostgresLogWriter(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(1);
        return statement;
    }

    @Override
    public long store(List<StoredEvent> rows) throws SQLException {
        var named = NumberedRows.Named.of(rows);
        var found = numbers.of(named);
        return found.isPresent() ? storeKnown(rows, named, found.get()) : storeNew(rows, named);
    }

    private long storeKnown(List<StoredEvent> rows, List<NumberedRows.Named> named, NumberedRows found)
            throws SQLException {
        int next = bind(known, rows, named);
        setArray(known, next++, "int4", found.streams());
        setArray(known, next++, "int2", found.types());
        setArray(known, next, "int4", found.actors());
        try (var head = known.executeQuery()) {
            if (!head.next()) {
                throw lostItsRow();
            }
            return head.getLong(1);
        }
    }

    private long storeNew(List<StoredEvent> rows, List<NumberedRows.Named> named) throws SQLException {
        int next = bind(unknown, rows, named);
        setArray(unknown, next++, "text", texts(named, NumberedRows.Named::stream));
        setArray(unknown, next++, "text", texts(named, row -> row.type().name()));
        setArray(
                unknown,
                next++,
                "int4",
                named.stream().mapToInt(row -> row.type().revision()).toArray());
        setArray(unknown, next++, "text", texts(named, row -> ofActor(row, LogActor::person)));
        setArray(unknown, next, "text", texts(named, row -> ofActor(row, LogActor::role)));
        var given = new NumberedRows(rows.size());
        long position = 0;
        try (var stored = unknown.executeQuery()) { // it comes back after the commit
            for (int i = 0; i < rows.size(); i++) {
                if (!stored.next()) {
                    throw lostItsRow();
                }
                position = stored.getLong(1);
                given.streams()[i] = stored.getInt(2);
                given.types()[i] = stored.getShort(3);
                given.actors()[i] = stored.getInt(4);
            }
        }
        numbers.learn(named, given);
        return position;
    }

    /** Binds what both statements begin with and returns the number of the parameter after it. */
    private int bind(PreparedStatement statement, List<StoredEvent> rows, List<NumberedRows.Named> named)
            throws SQLException {
        int size = rows.size();
        var at = new long[size];
        var sequences = new int[size];
        for (int i = 0; i < size; i++) {
            at[i] = rows.get(i).at().toEpochMilli();
            sequences[i] = rows.get(i).sequence();
        }
        int next = 1;
        statement.setInt(next++, size);
        statement.setInt(next++, size);
        setArray(statement, next++, "int8", at);
        setArray(statement, next++, "int4", sequences);
        setArray(statement, next++, "bytea", bytes(named, row -> row.metadata().correlation()));
        setArray(statement, next++, "bytea", bytes(named, row -> row.metadata().rest()));
        setArray(statement, next++, "bytea", bytes(rows, StoredEvent::hash));
        setArray(statement, next++, "bytea", bytes(rows, StoredEvent::payload));
        return next;
    }

    private static <R> byte[][] bytes(List<R> rows, Function<R, byte[]> field) {
        return rows.stream().map(field).toArray(byte[][]::new);
    }

    private static String[] texts(List<NumberedRows.Named> rows, Function<NumberedRows.Named, @Nullable String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }

    private static @Nullable String ofActor(NumberedRows.Named row, Function<LogActor, String> field) {
        var actor = row.metadata().actor();
        return actor == null ? null : field.apply(actor);
    }

    private static SQLException lostItsRow() {
        return new SQLException("log_head has lost its row");
    }

    /** The driver sends arrays of these types in binary form. */
    private void setArray(PreparedStatement statement, int parameter, String type, Object elements)
            throws SQLException {
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
