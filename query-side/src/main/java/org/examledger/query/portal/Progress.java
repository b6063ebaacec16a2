package org.examledger.query.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Millis;
import org.examledger.query.responses.Scores;
import org.jspecify.annotations.Nullable;

/**
 * A session as the portal's monitor shows it: exactly these keys.
 *
 * @param sessionId the portal's number
 * @param progress number of answered questions
 * @param score in points; absent until there is one
 * @param result Pass or Fail; absent without a score
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Progress(
        int sessionId,
        String status,
        int progress,
        int totalQuestions,
        @Nullable Long score,
        @Nullable String result,
        long remainingSeconds,
        @Nullable @Millis Instant completedAt) {

    static Progress of(int number, ProgressRows.Line line, Instant now, Duration silence) {
        var row = line.row();
        var life = row.life();
        var status = life.statusAt(now, silence);
        var score = row.position() > line.scored() ? null : Scores.pointsOf(status, row.closeScoring(), line.points());
        return new Progress(
                number,
                word(status),
                row.answered(),
                row.total(),
                score,
                Scores.resultOf(score, line.maximum(), row.passPercentage()),
                life.remainingSecondsAt(now),
                life.startedAt() == null || !status.isEnd()
                        ? null
                        : life.endedAt() != null ? life.endedAt() : life.deadlineAt(now));
    }

    /** The portal has four words where we have eleven (R9). */
    private static String word(SessionStatus status) {
        return switch (status) {
            case UPCOMING, OPEN, MISSED -> "Not started";
            case IN_PROGRESS, SILENT -> "InProgress";
            case SUBMITTED, CLOSED, TIMED_OUT -> "Completed";
            case ABANDONED, WITHDRAWN, CANCELLED -> "Abandoned";
        };
    }
}
