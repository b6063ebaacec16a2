package org.examledger.query.responses;

import java.util.UUID;
import org.examledger.query.life.SessionRow;
import org.examledger.query.life.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads sessions together with their scores. */
@Component
class ScoredSessions {
    private final Sessions sessions;
    private final Attempts attempts;

    ScoredSessions(Sessions sessions, Attempts attempts) {
        this.sessions = sessions;
        this.attempts = attempts;
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
}
