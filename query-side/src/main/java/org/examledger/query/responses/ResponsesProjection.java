package org.examledger.query.responses;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.examledger.events.Fact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionReset;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.examledger.query.life.SessionRows;
import org.examledger.query.life.SessionTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps each current answer with what it is worth, and the totals of each attempt. */
@Component
class ResponsesProjection implements Projection {
    private final SessionTable sessions;
    private final ExamKeys keys;
    private final ScoreTable scores;
    private final ResponseTable responses;

    ResponsesProjection(JdbcTemplate jdbc, ExamKeys keys, ScoreTable scores, ResponseTable responses) {
        sessions = new SessionTable(jdbc, "response_session");
        this.keys = keys;
        this.scores = scores;
        this.responses = responses;
    }

    @Override
    public String model() {
        return Scores.MODEL;
    }

    @Override
    public List<String> tables() {
        return List.of("response_exam", "response_session", "response_score", "responses");
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return kind == ExamLocked.class || SessionFact.class.isAssignableFrom(kind);
    }

    @Override
    public void apply(List<Recorded> batch) {
        for (var recorded : batch) {
            if (recorded.fact() instanceof ExamLocked fact) {
                keys.store(recorded, fact);
            }
        }
        var rows = sessions.load(batch);
        var fold = foldOf(batch, rows);
        for (var recorded : batch) {
            if (recorded.fact() instanceof SessionFact fact && rows.take(recorded, fact)) {
                apply(fold, rows, recorded, fact);
            }
        }
        sessions.store(rows);
        responses.store(fold.changedResponses());
        scores.store(fold.changedScores());
    }

    private static void apply(ResponseFold fold, SessionRows rows, Recorded recorded, SessionFact fact) {
        var row = rows.of(recorded.id());
        if (fact instanceof SessionAssigned it) {
            fold.begun(recorded, it.examId(), it.attempt(), it.paper());
        } else if (fact instanceof SessionReset it) {
            fold.begun(recorded, row.examId(), it.attempt(), it.paper());
        } else if (fact instanceof AnswerSelected it) {
            fold.answered(recorded, row.examId(), row.attempt(), it);
        } else if (isEnd(fact)) {
            fold.ended(recorded, row.attempt());
        }
    }

    private ResponseFold foldOf(List<Recorded> batch, SessionRows rows) {
        var exams = new HashSet<UUID>();
        var asked = new HashSet<ScoredResponse.Key>();
        var scored = new HashSet<UUID>();
        for (var recorded : batch) {
            switch (recorded.fact()) {
                case SessionAssigned it -> exams.add(it.examId());
                case AnswerSelected it ->
                    rows.find(recorded.id()).ifPresent(row -> {
                        exams.add(row.examId());
                        scored.add(row.sessionId());
                        asked.add(new ScoredResponse.Key(row.sessionId(), row.attempt(), it.questionId()));
                    });
                case SessionReset it -> rows.find(recorded.id()).ifPresent(row -> exams.add(row.examId()));
                case SessionFact it -> {
                    if (isEnd(it)) {
                        scored.add(recorded.id());
                    }
                }
                default -> {
                    // An exam's own facts are stored already.
                }
            }
        }
        return new ResponseFold(keys.load(exams), responses.load(asked), scores.load(scored));
    }

    private static boolean isEnd(SessionFact fact) {
        return fact instanceof SessionSubmitted || fact instanceof ExamClosed || fact instanceof SessionTimedOut;
    }
}
