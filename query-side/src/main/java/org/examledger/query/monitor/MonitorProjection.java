package org.examledger.query.monitor;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.examledger.events.Fact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.rules.OpeningTimes;
import org.examledger.events.session.SessionFact;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.examledger.query.life.SessionTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps one row a session of each exam. Counters are not stored: how many are silent or out of time changes with the
 * clock, without any fact.
 */
@Component
class MonitorProjection implements Projection {
    static final String MODEL = "monitor";

    private final JdbcTemplate jdbc;
    private final SessionTable sessions;

    MonitorProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        sessions = new SessionTable(jdbc, "monitor_row");
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public List<String> tables() {
        return List.of("monitor_exam", "monitor_row");
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return kind == ExamLocked.class || SessionFact.class.isAssignableFrom(kind);
    }

    @Override
    public void apply(List<Recorded> batch) {
        var rows = sessions.load(batch);
        for (var recorded : batch) {
            switch (recorded.fact()) {
                case SessionFact it -> rows.take(recorded, it);
                case ExamLocked it -> store(recorded, it);
                default -> throw new IllegalStateException("not a fact of the monitor: " + recorded);
            }
        }
        sessions.store(rows);
    }

    private void store(Recorded recorded, ExamLocked fact) {
        var zone = ZoneId.of(fact.zone());
        var end = fact.windowEndsAt();
        jdbc.update(
                """
                INSERT INTO monitor_exam AS stored (exam_id, title, opens_at, window_ends_at, position)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (exam_id) DO UPDATE
                SET (title, opens_at, window_ends_at, position)
                  = (excluded.title, excluded.opens_at, excluded.window_ends_at, excluded.position)
                WHERE stored.position < excluded.position
                """,
                recorded.id(),
                fact.title(),
                OpeningTimes.opening(fact.opensAt(), zone).atOffset(ZoneOffset.UTC),
                end == null ? null : OpeningTimes.ending(end, zone).atOffset(ZoneOffset.UTC),
                recorded.position());
    }
}
