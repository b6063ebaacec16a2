package org.examledger.query.resume;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Millis;
import org.examledger.query.life.SessionRow;
import org.jspecify.annotations.Nullable;

/**
 * What a page needs to go on.
 *
 * @param answers chosen options by question id, without questions that were cleared
 * @param lastClientSeq highest client sequence of the newest epoch
 * @param deadline absent before the start
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ResumeState(
        UUID sessionId,
        SessionStatus status,
        int epoch,
        int attempt,
        int pageIndex,
        int pages,
        int questionsPerPage,
        Map<Integer, List<Integer>> answers,
        long lastClientSeq,
        int answered,
        int total,
        long elapsedSeconds,
        long remainingSeconds,
        @Nullable @Millis Instant deadline,
        @Millis Instant serverTime,
        long position) {

    public static ResumeState of(
            SessionRow row, Map<Integer, List<Integer>> answers, Instant now, Duration silence, long position) {
        var life = row.life();
        return new ResumeState(
                row.sessionId(),
                life.statusAt(now, silence),
                row.place().epoch(),
                row.attempt(),
                row.pageIndex(),
                row.pages(),
                row.questionsPerPage(),
                answers,
                row.place().lastClientSeq(),
                answers.size(),
                row.total(),
                life.elapsedSecondsAt(now),
                life.remainingSecondsAt(now),
                life.deadlineAt(now),
                now,
                position);
    }

    /** Without what ticks. */
    ResumeState still() {
        return new ResumeState(
                sessionId,
                status,
                epoch,
                attempt,
                pageIndex,
                pages,
                questionsPerPage,
                answers,
                lastClientSeq,
                answered,
                total,
                0,
                0,
                deadline,
                Instant.EPOCH,
                0);
    }
}
