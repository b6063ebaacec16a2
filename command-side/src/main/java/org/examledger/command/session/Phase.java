package org.examledger.command.session;

import java.time.Instant;
import java.util.Objects;
import org.examledger.events.rules.SessionLife;
import org.examledger.events.rules.SessionStatus;

/** Where a session stands at the moment of a decision. */
sealed interface Phase {
    /** Before its window, or after it without ever having been started. */
    record Shut(SessionStatus status) implements Phase {}

    /** May be started. */
    record Startable() implements Phase {}

    record Running() implements Phase {}

    /** Deadline and grace are over, and no fact says so yet (R5). */
    record Overdue(Instant deadline) implements Phase {}

    record Ended(SessionStatus status, Instant at) implements Phase {}

    static Phase of(SessionLife life, Instant now) {
        if (life.ended() != null) {
            return new Ended(life.ended(), Objects.requireNonNull(life.endedAt()));
        }
        return switch (life.statusAt(now)) {
            case UPCOMING -> new Shut(SessionStatus.UPCOMING);
            case MISSED -> new Shut(SessionStatus.MISSED);
            case OPEN -> new Startable();
            case IN_PROGRESS, SILENT -> new Running();
            case TIMED_OUT -> new Overdue(Objects.requireNonNull(life.deadlineAt(now)));
            case SUBMITTED, CLOSED, ABANDONED, WITHDRAWN, CANCELLED ->
                throw new IllegalStateException("an end that no fact told");
        };
    }
}
