package org.examledger.query.resume;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Millis;
import org.examledger.query.life.SessionRow;
import org.examledger.query.responses.Scores;
import org.jspecify.annotations.Nullable;

/**
 * The least a page has to ask for again and again.
 *
 * @param closed whether nothing more can be answered
 * @param redirect where the exam page leads the worker then: to his result when there is one, else to his list; absent
 *     while it is not closed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record StatusReply(
        SessionStatus status,
        boolean closed,
        @Nullable @Millis Instant deadline,
        long remainingSeconds,
        @Millis Instant serverTime,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String redirect) {

    private static final String LIST = "/exam/";
    private static final String RESULT = "/exam/results/";

    static StatusReply of(SessionRow row, Instant now, Duration silence) {
        var life = row.life();
        var status = life.statusAt(now, silence);
        return new StatusReply(
                status,
                status.isEnd(),
                life.deadlineAt(now),
                life.remainingSecondsAt(now),
                now,
                status.isEnd() ? redirectOf(row, status) : null);
    }

    private static String redirectOf(SessionRow row, SessionStatus status) {
        return Scores.isScored(status) ? RESULT + row.sessionId() : LIST;
    }

    /** Without what ticks. */
    StatusReply still() {
        return new StatusReply(status, closed, deadline, 0, Instant.EPOCH, redirect);
    }
}
