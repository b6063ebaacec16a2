package org.examledger.query.responses;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Millis;
import org.examledger.query.life.SessionRow;
import org.jspecify.annotations.Nullable;

/**
 * What a session is worth.
 *
 * @param score points; absent when the session's status is not scored
 * @param previous scores that count no more: by earlier versions of the key, and of earlier attempts; the newest first
 * @param responses in paper order; empty as long as the reader may not see right answers
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Result(
        UUID sessionId,
        SessionStatus status,
        int attempt,
        @Nullable Long score,
        long maximum,
        @Nullable Integer percent,
        @Nullable Boolean passed,
        ComputedFrom computedFrom,
        List<EarlierScore> previous,
        List<Response> responses) {

    /** @param reviewed whether the reader may see which answers are right */
    static Result of(SessionRow row, Attempts.Found found, Instant now, Duration silence, boolean reviewed) {
        var score = found.score();
        var current = score.attempt() == row.attempt();
        var status = current ? row.life().statusAt(now, silence) : endOf(score);
        var points = current ? Scores.pointsOf(status, row.closeScoring(), score.points()) : score.shown();
        var standing = Standing.of(points, score.maximum(), score.passPercentage());
        return new Result(
                row.sessionId(),
                status,
                score.attempt(),
                standing.score(),
                standing.maximum(),
                standing.percent(),
                standing.passed(),
                ComputedFrom.of(score),
                found.previous(),
                reviewed ? responsesOf(found) : List.of());
    }

    /** An earlier attempt has ended, at the latest by the reset. */
    private static SessionStatus endOf(Score score) {
        return Objects.requireNonNullElse(score.ended(), SessionStatus.CLOSED);
    }

    private static List<Response> responsesOf(Attempts.Found found) {
        return found.score().questionIds().stream()
                .map(id -> Response.of(id, found.responses().get(id)))
                .toList();
    }

    /**
     * A question of the paper and its current answer.
     *
     * @param correct whether the answer is right
     * @param answeredAt absent when the question was never answered
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Response(
            int questionId,
            List<Integer> optionIds,
            boolean correct,
            int points,
            @Nullable @Millis Instant answeredAt,
            int changes) {

        static Response of(int questionId, @Nullable ScoredResponse stored) {
            return stored == null
                    ? new Response(questionId, List.of(), false, 0, null, 0)
                    : new Response(
                            questionId,
                            stored.optionIds(),
                            stored.right(),
                            stored.points(),
                            stored.answeredAt(),
                            stored.changes());
        }
    }
}
