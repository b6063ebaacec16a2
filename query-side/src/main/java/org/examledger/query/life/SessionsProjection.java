package org.examledger.query.life;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.examledger.events.Fact;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamTimeExtended;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.session.SessionFact;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps one row a session with its current answers, and one an exam: what a page needs to go on, what HC
 * watches and what a worker finds on his list. Counters are not stored: how many are silent or out of time changes with
 * the clock, without any fact.
 */
@Component
class SessionsProjection implements Projection {
    /** What these change, each session tells by a fact of its own. */
    private static final Set<Class<? extends Fact>> TOLD_BY_SESSIONS =
            Set.of(WorkersAssigned.class, ExamTimeExtended.class);

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
        return List.of("session_exam", "session_exam_news", "session_row", "session_answer");
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return SessionFact.class.isAssignableFrom(kind)
                || (ExamFact.class.isAssignableFrom(kind) && !TOLD_BY_SESSIONS.contains(kind));
    }

    @Override
    public void apply(List<Recorded> batch) {
        var rows = sessions.load(batch);
        var exams = ExamTable.load(jdbc, batch);
        var answers = answersOf(batch, rows);
        for (var recorded : batch) {
            switch (recorded.fact()) {
                case SessionFact it -> take(recorded, it, rows, answers);
                case ExamFact it -> exams.take(recorded, it);
                default -> throw new IllegalStateException("not a fact of a session: " + recorded);
            }
        }
        rows.changed().forEach(it -> exams.heard(it.examId(), it.position()));
        sessions.store(rows);
        answers.store();
        exams.store();
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
}
