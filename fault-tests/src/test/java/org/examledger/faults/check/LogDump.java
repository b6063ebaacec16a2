package org.examledger.faults.check;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole log, read from the database and not from the service. */
public final class LogDump {
    private final List<LogRow> rows;
    private final long head;
    private final Map<String, List<LogRow>> streams = new LinkedHashMap<>();

    LogDump(List<LogRow> rows, long head) {
        this.rows = List.copyOf(rows);
        this.head = head;
        rows.forEach(row ->
                streams.computeIfAbsent(row.stream(), any -> new ArrayList<>()).add(row));
    }

    public static LogDump of(Connection database) throws SQLException {
        var rows = new ArrayList<LogRow>();
        try (var query = database.createStatement();
                var found = query.executeQuery("SELECT * FROM log_event_readable ORDER BY position")) {
            while (found.next()) {
                rows.add(LogRow.of(
                        found.getLong("position"),
                        found.getTimestamp("occurred_at").toInstant(),
                        String.valueOf(found.getString("stream_id")),
                        found.getInt("sequence"),
                        String.valueOf(found.getString("name")),
                        found.getInt("revision"),
                        found.getString("metadata"),
                        found.getString("payload"),
                        found.getBytes("hash")));
            }
        }
        try (var query = database.createStatement();
                var found = query.executeQuery("SELECT position FROM log_head")) {
            found.next();
            return new LogDump(rows, found.getLong(1));
        }
    }

    public List<LogRow> rows() {
        return rows;
    }

    /** The last position that was given out. */
    public long head() {
        return head;
    }

    /** Rows by stream, each in the order of the log. */
    Map<String, List<LogRow>> streams() {
        return streams;
    }

    public List<LogRow> ofSession(String session) {
        return streams.getOrDefault("session:" + session, List.of());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
