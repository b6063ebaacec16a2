package org.examledger.command.session;

import java.time.Instant;
import java.util.List;
import org.examledger.events.rules.SessionStatus;

/** What a worker hears with the reply of a heartbeat; the kinds are stable. */
final class Notices {
    private Notices() {}

    static List<Receipt.Notice> takenOver(Instant now) {
        return List.of(new Receipt.Notice("taken-over", "The exam goes on on another page or device.", now));
    }

    static List<Receipt.Notice> timeIsOver(Instant deadline) {
        return ofEnd(SessionStatus.TIMED_OUT, deadline);
    }

    static List<Receipt.Notice> ofEnd(SessionStatus status, Instant at) {
        var text = switch (status) {
            case SUBMITTED -> "The exam was handed in.";
            case TIMED_OUT -> "The time is over.";
            default -> "The exam was closed.";
        };
        return List.of(new Receipt.Notice("closed", text, at));
    }
}
