package org.examledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Millis;
import org.examledger.query.life.SessionRow;
import org.examledger.query.people.Names;
import org.jspecify.annotations.Nullable;

/**
 * A session as an auditor finds it.
 *
 * @param person opaque id, which the log knows its worker by
 * @param workerId absent when the directory does not know him any more, as his name is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditedSession(
        UUID sessionId,
        UUID examId,
        String title,
        String person,
        @Nullable String workerId,
        @Nullable String workerName,
        SessionStatus status,
        int attempt,
        @Nullable @Millis Instant startedAt,
        @Nullable @Millis Instant endedAt,
        int answered,
        int total,
        long position) {

    static AuditedSession of(SessionRow row, String title, Names names, Instant now, Duration silence) {
        var life = row.life();
        return new AuditedSession(
                row.sessionId(),
                row.examId(),
                title,
                row.person(),
                names.workerIdOf(row.person()),
                names.nameOf(row.person()),
                life.statusAt(now, silence),
                row.attempt(),
                life.startedAt(),
                life.endedAt(now),
                row.answered(),
                row.total(),
                row.position());
    }
}
