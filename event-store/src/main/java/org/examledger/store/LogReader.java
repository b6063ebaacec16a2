package org.examledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Reads the log as it is stored, each time in one short query of its own, and a second one for names that this process
 * has not met yet.
 *
 * <p>A database that cannot be reached shows as {@link LogUnavailableException}.
 */
public final class LogReader {

    private static final String STREAM = "SELECT " + NarrowRow.COLUMNS + """
             FROM log_event
            WHERE stream_no = (SELECT no FROM log_stream WHERE name = ?) AND sequence > ?
            ORDER BY sequence LIMIT ?
            """;

    private static final String FEED =
            "SELECT " + NarrowRow.COLUMNS + " FROM log_event WHERE position > ? ORDER BY position LIMIT ?";

    /** Of a page's rows, those that fit into it; the first always does, however large it is. */
    private static final String FITTING = """
            SELECT %1$s
            FROM (SELECT %1$s, sum(octet_length(payload)) OVER (ORDER BY %2$s ROWS UNBOUNDED PRECEDING) AS filled
                  FROM (%3$s) AS page) AS counted
            WHERE filled - octet_length(payload) < %4$d
            ORDER BY %2$s
            """;

    private static final String PAGE_OF_STREAM = FITTING.formatted(NarrowRow.COLUMNS, "sequence", STREAM, Pages.BYTES);

    private static final String PAGE_OF_FEED = FITTING.formatted(NarrowRow.COLUMNS, "position", FEED, Pages.BYTES);

    private static final String SEALS =
            "SELECT position, hash FROM log_event WHERE position > ? ORDER BY position LIMIT ?";

    private static final String STREAM_HEAD = """
            SELECT sequence, position
            FROM log_event
            WHERE stream_no = (SELECT no FROM log_stream WHERE name = ?)
            ORDER BY sequence DESC LIMIT 1
            """;

    private static final String STREAMS_TOUCHED = """
            SELECT name
            FROM log_stream
            WHERE no IN (SELECT stream_no FROM log_event WHERE position > ? AND position <= ?)
              AND starts_with(name, ?)
            """;

    private static final String NAMED = "SELECT " + NarrowRow.COLUMNS + """
             FROM log_event
            WHERE position > ? AND position <= ? AND type_no IN (SELECT no FROM log_type WHERE name = ANY (?))
            ORDER BY position
            """;

    /**
     * Reads on until enough are found: an index for what auditors ask now and then would cost each answer its bytes. Rows
     * whose metadata have another form than the usual one have no number for their actor.
     */
    private static final String BY_PERSON =
            FITTING.formatted(NarrowRow.COLUMNS, "position", "SELECT " + NarrowRow.COLUMNS + """
                     FROM log_event
                    WHERE (actor_no IN (SELECT no FROM log_actor WHERE person = ?)
                           OR actor_no IS NULL AND position(convert_to(?, 'UTF8') IN metadata) > 0)
                      AND position > ?
                    ORDER BY position LIMIT ?
                    """, Pages.BYTES);

    /** Streams of one type stand together in the index, because their names begin with it. */
    private static final String RESTING = """
            SELECT stream.name
            FROM log_stream AS stream
                CROSS JOIN LATERAL (
                    SELECT type_no, occurred_at
                    FROM log_event
                    WHERE stream_no = stream.no
                    ORDER BY sequence DESC LIMIT 1
                ) AS newest
            WHERE stream.name >= ? AND stream.name < ?
              AND newest.type_no IN (SELECT no FROM log_type WHERE name = ANY (?)) AND newest.occurred_at <= ?
            ORDER BY stream.name
            """;

    private static final String LAST_POSITION = "SELECT position FROM log_head";

    private static final String POSITION_BEFORE = """
            SELECT coalesce(
                (SELECT min(position) - 1 FROM log_event WHERE occurred_at >= ?),
                (SELECT position FROM log_head))
            """;

    private final DataSource dataSource;
    private final LogNames names = new LogNames();

    public LogReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Finds where a stream ends; empty for a stream without events. */
    public Optional<StreamHead> headOf(String streamId) {
        return query(
                STREAM_HEAD,
                query -> query.setString(1, streamId),
                rows -> rows.next() ? Optional.of(new StreamHead(rows.getInt(1), rows.getLong(2))) : Optional.empty());
    }

    /** Returns at most {@code limit} events of a stream after the given sequence (-1: from the first), in order. */
    public List<StoredEvent> eventsOf(String streamId, long afterSequence, int limit) {
        return ofStream(STREAM, streamId, afterSequence, limit);
    }

    /** As {@link #eventsOf}, but ends where the page is full, see {@link Pages}. */
    public List<StoredEvent> pageOf(String streamId, long afterSequence, int limit) {
        return ofStream(PAGE_OF_STREAM, streamId, afterSequence, limit);
    }

    private List<StoredEvent> ofStream(String sql, String streamId, long afterSequence, int limit) {
        return query(
                sql,
                query -> {
                    query.setString(1, streamId);
                    query.setLong(2, afterSequence);
                    query.setInt(3, limit);
                },
                this::events);
    }

    /** Returns at most {@code limit} events of the whole log after the given position (0: from the first), in order. */
    public List<StoredEvent> eventsAfter(long position, int limit) {
        return after(FEED, position, limit);
    }

    /** As {@link #eventsAfter}, but ends where the page is full, see {@link Pages}. */
    public List<StoredEvent> pageAfter(long position, int limit) {
        return after(PAGE_OF_FEED, position, limit);
    }

    private List<StoredEvent> after(String sql, long position, int limit) {
        return query(
                sql,
                query -> {
                    query.setLong(1, position);
                    query.setInt(2, limit);
                },
                this::events);
    }

    /** Returns position and hash of at most {@code limit} events after the given position, in order. */
    public List<RowSeal> sealsAfter(long position, int limit) {
        return query(
                SEALS,
                query -> {
                    query.setLong(1, position);
                    query.setInt(2, limit);
                },
                rows -> {
                    var seals = new ArrayList<RowSeal>();
                    while (rows.next()) {
                        seals.add(new RowSeal(rows.getLong(1), rows.getBytes(2)));
                    }
                    return seals;
                });
    }

    /** Finds the streams of one type that got events after one position and up to another. */
    public Set<String> streamsTouched(String type, long after, long upTo) {
        return query(
                STREAMS_TOUCHED,
                query -> {
                    query.setLong(1, after);
                    query.setLong(2, upTo);
                    query.setString(3, type);
                },
                rows -> {
                    var streams = new HashSet<String>();
                    while (rows.next()) {
                        streams.add(rows.getString(1));
                    }
                    return streams;
                });
    }

    /** Returns the events of these names after one position and up to another, in order. */
    public List<StoredEvent> eventsNamed(Set<String> names, long after, long upTo) {
        return query(
                NAMED,
                query -> {
                    query.setLong(1, after);
                    query.setLong(2, upTo);
                    query.setArray(3, query.getConnection().createArrayOf("text", names.toArray()));
                },
                this::events);
    }

    /**
     * Returns at most {@code limit} events that a person caused after the given position, in order, and no more than fit
     * into a page, see {@link Pages}.
     */
    public List<StoredEvent> pageBy(String person, long position, int limit) {
        return query(
                BY_PERSON,
                query -> {
                    query.setString(1, person);
                    query.setString(2, "\"actor\":\"" + person + '"');
                    query.setLong(3, position);
                    query.setInt(4, limit);
                },
                this::events);
    }

    /**
     * Returns the streams of one type whose newest event has one of these names and is from this time or before.
     *
     * @param type what the names of the streams have before their colon
     */
    public List<String> streamsResting(String type, Set<String> names, Instant since) {
        return query(
                RESTING,
                query -> {
                    query.setString(1, type + ":");
                    query.setString(2, type + ";"); // comes right after the colon
                    query.setArray(3, query.getConnection().createArrayOf("text", names.toArray()));
                    query.setObject(4, since.atOffset(ZoneOffset.UTC));
                },
                rows -> {
                    var streams = new ArrayList<String>();
                    while (rows.next()) {
                        streams.add(rows.getString(1));
                    }
                    return streams;
                });
    }

    /** Returns the position of the newest event, 0 for an empty log. */
    public long lastPosition() {
        return query(LAST_POSITION, query -> {}, LogReader::onlyLong);
    }

    /** Returns the position before the first event at or after the given time; reads the whole log when unlucky. */
    long positionBefore(Instant time) {
        return query(POSITION_BEFORE, query -> query.setObject(1, time.atOffset(ZoneOffset.UTC)), LogReader::onlyLong);
    }

    private static long onlyLong(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new SQLException("log_head has lost its row");
        }
        return rows.getLong(1);
    }

    private List<StoredEvent> events(ResultSet rows) throws SQLException {
        var page = new ArrayList<NarrowRow>();
        while (rows.next()) {
            page.add(NarrowRow.of(rows));
        }
        return names.named(page, rows.getStatement().getConnection());
    }

    private interface Binding {
        void to(PreparedStatement query) throws SQLException;
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            binding.to(query);
            try (var rows = query.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be read: " + e.getMessage(), e);
        }
    }
}
