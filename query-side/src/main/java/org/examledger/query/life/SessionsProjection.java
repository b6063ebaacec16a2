package org.examledger.query.life;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.examledger.events.Fact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.rules.OpeningTimes;
import org.examledger.events.session.SessionFact;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps one row a session with its current answers, and what its exam is called: what a page needs to go on, what HC
 * watches and what a worker finds on his list. Counters are not stored: how many are silent or out of time changes with
 * the clock, without any fact.
 */
@Component
class SessionsProjection implements Projection {
    private final JdbcTemplate jdbc;
    private final SessionTable sessions;

    SessionsProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        sessions = new SessionTable(jdbc);
    }

    @Override
    public String model() {
        return Sessions.MODEL;
    }

    @Override
    public List<String> tables() {
        return List.of("session_exam", "session_row", "session_answer");
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return kind == ExamLocked.class || SessionFact.class.isAssignableFrom(kind);
    }

    @Override
    public void apply(List<Recorded> batch) {
        var rows = sessions.load(batch);
        var answers = answersOf(batch, rows);
        for (var recorded : batch) {
            switch (recorded.fact()) {
                case SessionFact it -> take(recorded, it, rows, answers);
                case ExamLocked it -> store(recorded, it);
                default -> throw new IllegalStateException("not a fact of a session: " + recorded);
            }
        }
        sessions.store(rows);
        answers.store();
    }

    /** An attempt that begins within the batch has no stored answers yet. */
    private CurrentAnswers answersOf(List<Recorded> batch, SessionRows rows) {
        var places = new HashSet<CurrentAnswers.Key>();
        for (var recorded : batch) {
            var row = rows.find(recorded.id());
            if (row.isPresent() && recorded.fact() instanceof SessionFact fact) {
                Click.in(fact, recorded.at()).forEach(it -> places.add(it.placeIn(row.get())));
            }
        }
        return CurrentAnswers.load(jdbc, places);
    }

    private static void take(Recorded recorded, SessionFact fact, SessionRows rows, CurrentAnswers answers) {
        if (rows.take(recorded, fact)) {
            for (var click : Click.in(fact, recorded.at())) {
                var row = rows.of(recorded.id());
                rows.answered(row, answers.take(click.placeIn(row), click));
            }
        }
    }

    private void store(Recorded recorded, ExamLocked fact) {
        var zone = ZoneId.of(fact.zone());
        var end = fact.windowEndsAt();
        jdbc.update(
                """
                INSERT INTO session_exam AS stored (exam_id, title, category, opens_at, window_ends_at, position)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (exam_id) DO UPDATE
                SET (title, category, opens_at, window_ends_at, position)
                  = (excluded.title, excluded.category, excluded.opens_at, excluded.window_ends_at, excluded.position)
                WHERE stored.position < excluded.position
                """,
                recorded.id(),
                fact.title(),
                fact.category(),
                OpeningTimes.opening(fact.opensAt(), zone).atOffset(ZoneOffset.UTC),
                end == null ? null : OpeningTimes.ending(end, zone).atOffset(ZoneOffset.UTC),
                recorded.position());
    }
}
