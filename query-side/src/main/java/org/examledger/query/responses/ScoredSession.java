package org.examledger.query.responses;

import java.util.List;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.life.SessionRow;
import org.jspecify.annotations.Nullable;

/**
 * A session with what the answers of its newest attempt are worth by the newest key, whether or not it has a score yet.
 *
 * @param computed the session's position if scores are computed up to there; a score that may still change is not shown
 * @param previous scores that count no more, the newest first
 */
public record ScoredSession(SessionRow row, Score score, boolean computed, List<EarlierScore> previous) {
    public Standing standing(SessionStatus status) {
        return standing(status, score.passPercentage());
    }

    /** The same with another pass mark. */
    public Standing standing(SessionStatus status, int passPercentage) {
        var points = computed ? Scores.pointsOf(status, row.closeScoring(), score.points()) : null;
        return Standing.of(points, score.maximum(), passPercentage);
    }

    public @Nullable ComputedFrom computedFrom(SessionStatus status) {
        return standing(status).score() == null ? null : ComputedFrom.of(score);
    }

    ScoredSession with(Score another) {
        return new ScoredSession(row, another, computed, previous);
    }
}
