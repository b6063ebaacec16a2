package org.examledger.query.mysessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Millis;
import org.examledger.query.responses.Scores;
import org.jspecify.annotations.Nullable;

/** One line of a worker's list. Score and result are there once the session is scored. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MySession(
        UUID sessionId,
        UUID examId,
        String title,
        String category,
        SessionStatus status,
        @Millis Instant opensAt,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable @Millis
        Instant windowEndsAt,

        long durationMinutes,
        int answered,
        int total,
        @Nullable Long score,
        @Nullable String result) {

    /** @param scored position up to which scores are computed; a score that may still change is not shown */
    static MySession of(MySessionRows.Line line, long scored, Instant now, Duration silence) {
        var row = line.row();
        var life = row.life();
        var status = life.statusAt(now, silence);
        var score = row.position() > scored ? null : Scores.pointsOf(status, row.closeScoring(), line.points());
        return new MySession(
                row.sessionId(),
                row.examId(),
                line.title(),
                line.category(),
                status,
                life.opensAt(),
                life.windowEndsAt(),
                Duration.ofSeconds(life.allowedSeconds()).toMinutes(),
                row.answered(),
                row.total(),
                score,
                Scores.resultOf(score, line.maximum(), row.passPercentage()));
    }
}
