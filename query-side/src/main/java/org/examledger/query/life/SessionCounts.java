package org.examledger.query.life;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.rules.SessionLife;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the sessions of several exams at once. PostgreSQL counts those whose status is the same for all of a kind, which
 * are the ended ones and those with the same window before the start; only running ones are looked at one by one.
 */
@Component
public class SessionCounts {
    private final JdbcClient jdbc;

    SessionCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sessions that run, of all exams together.
     *
     * @param heard of which there was a sign of life lately
     * @param silent of which there was none
     */
    public record Running(long heard, long silent) {}

    /** A session counts from its start until its end is in the log, which is at most one sweep after its deadline. */
    public Running running(Instant now, Duration silence) {
        var silentBefore = Timestamp.from(now.minus(silence));
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE last_sign_of_life >= ?), count(*) FILTER (WHERE last_sign_of_life < ?)
                FROM session_row WHERE started_at IS NOT NULL AND ended IS NULL
                """)
                .param(silentBefore)
                .param(silentBefore)
                .query((row, number) -> new Running(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** Counters by exam; an exam without sessions is missing. */
    public Map<UUID, Counters> of(Collection<UUID> exams, Instant now, Duration silence) {
        var counted = new HashMap<UUID, Map<SessionStatus, Integer>>();
        var ids = exams.toArray(UUID[]::new);
        jdbc.sql("""
                SELECT exam_id, ended, opens_at, window_ends_at, count(*) FROM session_row
                WHERE exam_id = ANY (?) AND (ended IS NOT NULL OR started_at IS NULL)
                GROUP BY exam_id, ended, opens_at, window_ends_at
                """).param(ids).query(row -> {
            var end = row.getTimestamp(4);
            var status = statusOf(
                    row.getString(2),
                    row.getTimestamp(3).toInstant(),
                    end == null ? null : end.toInstant(),
                    now,
                    silence);
            count(counted, row.getObject(1, UUID.class), status, row.getInt(5));
        });
        jdbc.sql("SELECT * FROM session_row WHERE exam_id = ANY (?) AND started_at IS NOT NULL AND ended IS NULL")
                .param(ids)
                .query(SessionRowMapper.INSTANCE)
                .list()
                .forEach(row -> count(counted, row.examId(), row.life().statusAt(now, silence), 1));
        var counters = new HashMap<UUID, Counters>();
        counted.forEach((exam, numbers) -> counters.put(exam, Counters.of(numbers)));
        return counters;
    }

    private static void count(
            Map<UUID, Map<SessionStatus, Integer>> counted, UUID exam, SessionStatus status, int number) {
        counted.computeIfAbsent(exam, it -> new EnumMap<>(SessionStatus.class)).merge(status, number, Integer::sum);
    }

    private static SessionStatus statusOf(
            @Nullable String ended, Instant opens, @Nullable Instant windowEnds, Instant now, Duration silence) {
        if (ended != null) {
            return SessionStatus.valueOf(ended);
        }
        var timing = new Timing(opens, windowEnds, "UTC", 0, 0, TimerPolicy.WALL_CLOCK, null);
        return SessionLife.of(timing).statusAt(now, silence);
    }
}
