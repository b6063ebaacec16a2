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

    /** @param reason HC's words; empty when there are none */
    static List<Receipt.Notice> ofEnd(SessionStatus status, Instant at, String reason) {
        var text = switch (status) {
            case SUBMITTED -> "The exam was handed in.";
            case TIMED_OUT -> "The time is over.";
            case ABANDONED -> "The exam was left.";
            case WITHDRAWN -> "You were taken off the exam.";
            case CANCELLED -> "The exam was cancelled.";
            default -> "The exam was closed.";
        };
        return List.of(new Receipt.Notice("closed", because(text, reason), at));
    }

    static Receipt.Notice timeChanged(int seconds, String reason, Instant at) {
        var size = Math.abs(seconds);
        var amount = size % 60 == 0 ? amount(size / 60, "minute") : amount(size, "second");
        var text = "You have " + amount + (seconds < 0 ? " less." : " more.");
        return new Receipt.Notice("time-changed", because(text, reason), at);
    }

    private static String amount(int number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    static Receipt.Notice reopened(String reason, Instant at) {
        return new Receipt.Notice("reopened", because("The exam goes on.", reason), at);
    }

    private static String because(String text, String reason) {
        return reason.isEmpty() ? text : text + " Reason: " + reason;
    }
}
