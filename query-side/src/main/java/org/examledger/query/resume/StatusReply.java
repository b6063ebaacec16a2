package org.examledger.query.resume;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Millis;
import org.examledger.query.life.SessionRow;
import org.jspecify.annotations.Nullable;

/**
 * The least a page has to ask for again and again.
 *
 * @param closed whether nothing more can be answered
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record StatusReply(
        SessionStatus status,
        boolean closed,
        @Nullable @Millis Instant deadline,
        long remainingSeconds,
        @Millis Instant serverTime) {

    static StatusReply of(SessionRow row, Instant now, Duration silence) {
        var life = row.life();
        var status = life.statusAt(now, silence);
        return new StatusReply(status, status.isEnd(), life.deadlineAt(now), life.remainingSecondsAt(now), now);
    }

    /** Without what ticks. */
    StatusReply still() {
        return new StatusReply(status, closed, deadline, 0, Instant.EPOCH);
    }
}
