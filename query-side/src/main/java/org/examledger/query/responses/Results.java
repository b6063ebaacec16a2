package org.examledger.query.responses;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.examledger.events.Actor;
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
    private final Attempts attempts;
    private final ExamKeys keys;
    private final QuerySettings settings;
    private final Clock clock;

    Results(Sessions sessions, Attempts attempts, ExamKeys keys, QuerySettings settings, Clock clock) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param attempt absent = the newest */
    Optional<Found> of(UUID sessionId, @Nullable Integer attempt, Actor caller) {
        return sessions.find(sessionId)
                .filter(row -> Callers.maySee(caller, row.person()))
                .flatMap(row -> attempts.of(row.sessionId(), attempt == null ? row.attempt() : attempt)
                        .map(found -> new Found(result(row, found, caller), row.position())));
    }

    /** @param newest position of the session's newest fact, which the scores may not have reached */
    record Found(Result result, long newest) {}

    private Result result(SessionRow row, Attempts.Found found, Actor caller) {
        var now = clock.instant();
        return Result.of(row, found, now, settings.silence(), maySeeRightAnswers(row, now, caller));
    }

    /** While another attempt goes on, the answers of the one before are not shown either. */
    private boolean maySeeRightAnswers(SessionRow row, Instant now, Actor caller) {
        // Staff who sit the exam themselves see no more of it than others do.
        return (caller.role() != Actor.Role.WORKER && !caller.person().equals(row.person()))
                || (row.life().statusAt(now, settings.silence()).isEnd() && keys.mayReview(row.examId(), now));
    }
}
