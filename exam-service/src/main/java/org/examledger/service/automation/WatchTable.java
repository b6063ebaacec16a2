package org.examledger.service.automation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.examledger.command.automation.WatchList;
import org.examledger.command.automation.WhenTimeIsOverThenExpire;
import org.examledger.events.StreamId;
import org.examledger.store.LogReader;
import org.examledger.store.StoredEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of running sessions as rows of db-scheduler's table. Rows and the bookmark in the log move in one transaction,
 * so a crash loses none. A row is written when a session begins to run or gets another time, never by its clicks.
 */
final class WatchTable implements WatchList {
    /** What makes a session run, or run until another moment; each says until when. */
    private static final Set<String> BEGINNINGS = Set.of("SessionStarted", "SessionReopened", "TimeExtended");

    /** Looked through with one query. */
    private static final long WINDOW = 50_000;

    private static final String BOOKMARK = "SELECT position FROM session_watch_bookmark FOR UPDATE";

    /**
     * Whoever is looking at a session just now looks at something that has changed; the new version makes his finding
     * void, and the row is looked at once more.
     */
    private static final String PUT = """
            INSERT INTO scheduled_tasks AS listed
                (task_name, task_instance, execution_time, picked, consecutive_failures, version)
            VALUES (?, ?, ?, false, 0, 1)
            ON CONFLICT (task_name, task_instance) DO UPDATE SET
                execution_time = least(listed.execution_time, excluded.execution_time),
                picked = false,
                picked_by = NULL,
                last_heartbeat = NULL,
                version = listed.version + 1
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final LogReader log;
    private final JsonMapper json;
    private final Duration silence;

    WatchTable(JdbcTemplate jdbc, TransactionTemplate transactions, LogReader log, JsonMapper json, Duration silence) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.log = log;
        this.json = json;
        this.silence = silence;
    }

    @Override
    public void catchUp() {
        var more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(status -> moved()));
        }
    }

    /** Moves the bookmark over one window; true when there is more behind it. */
    private boolean moved() {
        var bookmark = jdbc.queryForObject(BOOKMARK, Long.class);
        var newest = log.lastPosition();
        if (bookmark == null || bookmark >= newest) {
            return false;
        }
        var upTo = Math.min(bookmark + WINDOW, newest);
        put(log.eventsNamed(BEGINNINGS, bookmark, upTo));
        jdbc.update("UPDATE session_watch_bookmark SET position = ?", upTo);
        return upTo < newest;
    }

    private void put(List<StoredEvent> events) {
        Map<UUID, Instant> looks = new LinkedHashMap<>();
        for (var event : events) {
            var deadline = json.readTree(event.payload()).path("deadline").asString("");
            if (!deadline.isEmpty()) {
                var silent = event.at().plus(silence);
                var over = Instant.parse(deadline);
                looks.merge(
                        StreamId.idIn(event.streamId()),
                        over.isBefore(silent) ? over : silent,
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        var rows = looks.entrySet().stream()
                .map(it -> new Object[] {
                    WhenTimeIsOverThenExpire.TASK, it.getKey().toString(), Timestamp.from(it.getValue())
                })
                .toList();
        jdbc.batchUpdate(PUT, rows);
    }

    @Override
    public List<UUID> sessions() {
        return jdbc.query(
                "SELECT task_instance FROM scheduled_tasks WHERE task_name = ? ORDER BY task_instance",
                (row, number) -> UUID.fromString(row.getString(1)),
                WhenTimeIsOverThenExpire.TASK);
    }
}
