package org.examledger.query.monitor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Millis;
import org.examledger.query.responses.Scores;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/** A session as HC sees it: exactly these keys and nothing else about a person (R13). */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonSerialize(using = RowText.Writer.class)
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
        @Nullable String result,
        @JsonIgnore @Nullable RowText written) {

    /** @param scored position up to which scores are computed; a score that may still change is not shown */
    static MonitorRow of(MonitorLine line, String workerName, long scored, Instant now, Duration silence) {
        var row = line.row();
        var life = row.life();
        var status = life.statusAt(now, silence);
        var score = row.position() > scored ? null : Scores.pointsOf(status, row.closeScoring(), line.points());
        var unwritten = new MonitorRow(
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
                Scores.resultOf(score, line.maximum(), row.passPercentage()),
                null);
        return unwritten.with(unwritten.remainingSeconds, RowText.of(unwritten));
    }

    /** The same row at another moment. */
    MonitorRow with(long seconds) {
        return with(seconds, text());
    }

    private MonitorRow with(long seconds, RowText text) {
        return new MonitorRow(
                sessionId,
                workerName,
                status,
                answered,
                total,
                pageIndex,
                lastActivityAt,
                connection,
                startedAt,
                seconds,
                score,
                result,
                text);
    }

    /** The row's JSON but for the seconds. */
    @JsonIgnore
    RowText text() {
        return Objects.requireNonNull(written, "a row is written when it is made");
    }
}
