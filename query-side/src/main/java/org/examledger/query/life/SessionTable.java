package org.examledger.query.life;

import java.util.List;
import java.util.UUID;
import org.examledger.events.session.SessionFact;
import org.examledger.query.feed.Recorded;
import org.examledger.query.sql.RowWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table with one row a session. */
final class SessionTable {
    private static final String ON_CONFLICT = """
            ON CONFLICT (session_id) DO UPDATE SET
                (person, attempt, total, questions_per_page, pass_percentage, answered,
                 opens_at, window_ends_at, allowed_seconds, grace_seconds, started_at, deadline,
                 last_sign_of_life, visibility, ended, ended_at, close_scoring,
                 timer_policy, counted_to, used_millis, gap_millis,
                 epoch, last_client_seq, page_index, page_epoch, page_client_seq, position)
              = (excluded.person, excluded.attempt, excluded.total, excluded.questions_per_page,
                 excluded.pass_percentage, excluded.answered, excluded.opens_at, excluded.window_ends_at,
                 excluded.allowed_seconds, excluded.grace_seconds, excluded.started_at, excluded.deadline,
                 excluded.last_sign_of_life, excluded.visibility, excluded.ended, excluded.ended_at,
                 excluded.close_scoring, excluded.timer_policy, excluded.counted_to,
                 excluded.used_millis, excluded.gap_millis, excluded.epoch, excluded.last_client_seq, excluded.page_index,
                 excluded.page_epoch, excluded.page_client_seq, excluded.position)
            WHERE stored.position < excluded.position
            """;

    private static final RowWriter<SessionRow> WRITER = RowWriter.<SessionRow>into("session_row", ON_CONFLICT)
            .column("session_id", "uuid", SessionRow::sessionId)
            .column("exam_id", "uuid", SessionRow::examId)
            .column("person", "text", SessionRow::person)
            .column("attempt", "integer", SessionRow::attempt)
            .column("total", "integer", SessionRow::total)
            .column("questions_per_page", "integer", SessionRow::questionsPerPage)
            .column("pass_percentage", "integer", SessionRow::passPercentage)
            .column("answered", "integer", SessionRow::answered)
            .column("opens_at", "timestamptz", it -> it.life().opensAt())
            .column("window_ends_at", "timestamptz", it -> it.life().windowEndsAt())
            .column("allowed_seconds", "bigint", it -> it.life().allowedSeconds())
            .column("grace_seconds", "integer", it -> it.life().graceSeconds())
            .column("started_at", "timestamptz", it -> it.life().startedAt())
            .column("deadline", "timestamptz", it -> it.life().deadline())
            .column("last_sign_of_life", "timestamptz", it -> it.life().lastSignOfLife())
            .column("visibility", "text", it -> it.life().visibility())
            .column("ended", "text", it -> it.life().ended())
            .column("ended_at", "timestamptz", it -> it.life().endedAt())
            .column("close_scoring", "text", SessionRow::closeScoring)
            .column("timer_policy", "text", SessionRow::timerPolicy)
            .column("counted_to", "timestamptz", it -> it.activeTime().countedTo())
            .column("used_millis", "bigint", it -> it.activeTime().usedMillis())
            .column("gap_millis", "bigint", it -> it.activeTime().gapMillis())
            .column("epoch", "integer", it -> it.place().epoch())
            .column("last_client_seq", "bigint", it -> it.place().lastClientSeq())
            .column("page_index", "integer", it -> it.place().pageIndex())
            .column("page_epoch", "integer", it -> it.place().pageOrder().epoch())
            .column("page_client_seq", "bigint", it -> it.place().pageOrder().clientSeq())
            .column("position", "bigint", SessionRow::position);

    private final JdbcTemplate jdbc;

    SessionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Loads the rows of all sessions that a batch is about. */
    SessionRows load(List<Recorded> batch) {
        var ids = batch.stream()
                .filter(it -> it.fact() instanceof SessionFact)
                .map(Recorded::id)
                .distinct()
                .toArray(UUID[]::new);
        return new SessionRows(jdbc.query(
                "SELECT * FROM session_row WHERE session_id = ANY (?)", SessionRowMapper.INSTANCE, (Object) ids));
    }

    /** Stores the rows that changed; a row that is newer already stays. */
    void store(SessionRows rows) {
        WRITER.write(jdbc, rows.changed());
    }
}
