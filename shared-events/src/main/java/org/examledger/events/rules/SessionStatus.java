package org.examledger.events.rules;

/** A session's status as anyone sees it at one instant (R9). */
public enum SessionStatus {
    UPCOMING,
    OPEN,
    IN_PROGRESS,
    SILENT,
    SUBMITTED,
    CLOSED,
    TIMED_OUT,
    ABANDONED,
    WITHDRAWN,
    CANCELLED,
    MISSED;

    /** Whether nothing more can be answered. */
    public boolean isEnd() {
        return switch (this) {
            case UPCOMING, OPEN, IN_PROGRESS, SILENT -> false;
            case SUBMITTED, CLOSED, TIMED_OUT, ABANDONED, WITHDRAWN, CANCELLED, MISSED -> true;
        };
    }

    public boolean isRunning() {
        return this == IN_PROGRESS || this == SILENT;
    }
}
