package org.examledger.query.responses;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.examledger.query.life.SessionRow;
import org.examledger.query.life.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads sessions together with their scores. */
@Component
class ScoredSessions {
    private final Sessions sessions;
    private final Attempts attempts;
    private final ScoreTable scores;
    private final Rescoring rescoring;

    ScoredSessions(Sessions sessions, Attempts attempts, ScoreTable scores, Rescoring rescoring) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.scores = scores;
        this.rescoring = rescoring;
    }

    /** @param scored position up to which scores are computed; a session that has none by then is left out */
    ScoresOfExam.Piece read(UUID examId, @Nullable UUID after, int most, long scored) {
        // One more than asked for tells whether there is a next piece.
        var found = sessions.ofExam(examId, after, most + 1);
        var rows = found.subList(0, Math.min(most, found.size()));
        var read = attempts.of(rows.stream().map(SessionRow::sessionId).toList());
        var scores = rows.stream()
                .flatMap(row -> read.find(row.sessionId(), row.attempt()).stream()
                        .map(score -> new ScoredSession(row, score, row.position() <= scored, read.before(score))))
                .toList();
        return new ScoresOfExam.Piece(
                scores, found.size() > most ? rows.getLast().sessionId() : null);
    }

    /** The same sessions as they would be scored if the key were corrected further; nothing is stored. */
    List<ScoredSession> supposing(UUID examId, List<KeyChange> changes, List<ScoredSession> some) {
        var stored = scores.load(some.stream().map(it -> it.row().sessionId()).toList());
        var supposed = rescoring.suppose(stored.values(), examId, changes).scores().stream()
                .collect(Collectors.toMap(Score::key, Function.identity()));
        return some.stream()
                .map(it -> it.with(supposed.getOrDefault(it.score().key(), it.score())))
                .toList();
    }
}
