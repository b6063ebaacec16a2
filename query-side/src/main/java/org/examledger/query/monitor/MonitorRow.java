package org.examledger.query.monitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Millis;
import org.examledger.query.responses.Scores;
import org.jspecify.annotations.Nullable;

/** A session as HC sees it: exactly these keys and nothing else about a person (R13). */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MonitorRow(
        UUID sessionId,
        String workerName,
        SessionStatus status,
        int answered,
        int total,
        int pageIndex,
        @Nullable @Millis Instant lastActivityAt,
        String connection,
        @Nullable @Millis Instant startedAt,
        long remainingSeconds,
        @Nullable Long score,
        @Nullable String result) {

    /** @param scored position up to which scores are computed; a score that may still change is not shown */
    static MonitorRow of(MonitorLine line, String workerName, long scored, Instant now, Duration silence) {
        var row = line.row();
        var life = row.life();
        var status = life.statusAt(now, silence);
        var score = row.position() > scored ? null : Scores.pointsOf(status, row.closeScoring(), line.points());
        return new MonitorRow(
                row.sessionId(),
                workerName,
                status,
                row.answered(),
                row.total(),
                row.pageIndex(),
                life.lastSignOfLife(),
                life.connectionAt(now, silence).word(),
                life.startedAt(),
                life.remainingSecondsAt(now),
                score,
                Scores.resultOf(score, line.maximum(), row.passPercentage()));
    }
}
