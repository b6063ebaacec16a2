package org.examledger.query.responses;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.examledger.events.Actor;
import org.examledger.events.rules.Scoring;
import org.examledger.query.QuerySettings;
import org.examledger.query.http.Callers;
import org.examledger.query.life.SessionRow;
import org.examledger.query.life.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads results as a caller may see them. */
@Component
class Results {
    private final Sessions sessions;
    private final ScoreTable scores;
    private final ResponseTable responses;
    private final ExamKeys keys;
    private final QuerySettings settings;
    private final Clock clock;

    Results(
            Sessions sessions,
            ScoreTable scores,
            ResponseTable responses,
            ExamKeys keys,
            QuerySettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.scores = scores;
        this.responses = responses;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param attempt absent = the newest */
    Optional<Found> of(UUID sessionId, @Nullable Integer attempt, Actor caller) {
        return sessions.find(sessionId)
                .filter(row -> Callers.maySee(caller, row.person()))
                .flatMap(row -> result(row, attempt == null ? row.attempt() : attempt, caller)
                        .map(result -> new Found(result, row.position())));
    }

    /** @param newest position of the session's newest fact, which the scores may not have reached */
    record Found(Result result, long newest) {}

    private Optional<Result> result(SessionRow row, int attempt, Actor caller) {
        var attempts = scores.of(row.sessionId());
        return attempts.stream()
                .filter(it -> it.attempt() == attempt)
                .findFirst()
                .map(score -> result(row, score, attempts, caller));
    }

    private Result result(SessionRow row, Score score, List<Score> attempts, Actor caller) {
        var now = clock.instant();
        var status = row.life().statusAt(now, settings.silence());
        var points = score.attempt() == row.attempt()
                ? Scores.pointsOf(status, row.closeScoring(), score.points())
                : Long.valueOf(score.points());
        var percent = points == null ? null : Scoring.percent(points, score.maximum());
        return new Result(
                row.sessionId(),
                status,
                score.attempt(),
                points,
                score.maximum(),
                percent,
                percent == null ? null : Scoring.isPassed(percent, row.passPercentage()),
                Result.ComputedFrom.of(score),
                attempts.stream()
                        .filter(it -> it.attempt() < score.attempt())
                        .map(Result.Previous::of)
                        .toList(),
                maySeeRightAnswers(row, status.isEnd(), now, caller) ? responsesOf(score) : List.of());
    }

    private boolean maySeeRightAnswers(SessionRow row, boolean ended, Instant now, Actor caller) {
        return caller.role() != Actor.Role.WORKER || (ended && keys.mayReview(row.examId(), now));
    }

    private List<Result.Response> responsesOf(Score score) {
        var stored = responses.of(score.sessionId(), score.attempt());
        return score.questionIds().stream()
                .map(id -> Result.Response.of(id, stored.get(id)))
                .toList();
    }
}
