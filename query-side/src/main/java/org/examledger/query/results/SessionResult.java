package org.examledger.query.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Millis;
import org.examledger.query.people.Names;
import org.examledger.query.responses.ComputedFrom;
import org.examledger.query.responses.EarlierScore;
import org.examledger.query.responses.ScoredSession;
import org.jspecify.annotations.Nullable;

/**
 * A session in the results of its exam.
 *
 * @param workerId as HC knows him; he and his name are absent when the directory has forgotten him (R13)
 * @param score points; it, percent, passed and what they were computed from are absent when the status is not scored
 * @param endedAt when it ended; where time ran out, the deadline
 * @param previous scores that count no more: by earlier versions of the key, and of earlier attempts; the newest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SessionResult(
        UUID sessionId,
        @Nullable String workerId,
        @Nullable String workerName,
        SessionStatus status,
        int attempt,
        int answered,
        int total,
        @Nullable Long score,
        long maximum,
        @Nullable Integer percent,
        @Nullable Boolean passed,
        @Nullable @Millis Instant startedAt,
        @Nullable @Millis Instant endedAt,
        @Nullable ComputedFrom computedFrom,
        List<EarlierScore> previous) {

    static SessionResult of(ScoredSession session, Names names, Instant now, Duration silence) {
        var row = session.row();
        var life = row.life();
        var status = life.statusAt(now, silence);
        var standing = session.standing(status);
        return new SessionResult(
                row.sessionId(),
                names.workerIdOf(row.person()),
                names.nameOf(row.person()),
                status,
                row.attempt(),
                row.answered(),
                row.total(),
                standing.score(),
                standing.maximum(),
                standing.percent(),
                standing.passed(),
                life.startedAt(),
                // Nobody may have stored yet that time has run out.
                life.ended() == null && status == SessionStatus.TIMED_OUT ? life.deadlineAt(now) : life.endedAt(),
                session.computedFrom(status),
                session.previous());
    }
}
