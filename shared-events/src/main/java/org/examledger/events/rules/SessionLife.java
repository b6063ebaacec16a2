package org.examledger.events.rules;

import java.time.Duration;
import java.time.Instant;
import org.examledger.events.session.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The instants of a session from which its status, its remaining time and its connection follow at any moment. Command
 * side, read models and audit all ask this record, so that they never disagree.
 *
 * @param allowedSeconds duration with the worker's extra minutes and all extensions
 * @param ended the end that the log holds, when there is one
 * @param endedAt when that end took effect
 */
public record SessionLife(
        Instant opensAt,
        @Nullable Instant windowEndsAt,
        long allowedSeconds,
        int graceSeconds,
        @Nullable Instant startedAt,
        @Nullable Instant deadline,
        @Nullable Instant lastSignOfLife,
        Visibility visibility,
        @Nullable SessionStatus ended,
        @Nullable Instant endedAt) {

    private static final Duration ONLINE = Duration.ofSeconds(75);
    private static final Duration NEVER = Duration.ofDays(365_000);

    /**
     * The status at an instant (R5, R8, R9).
     *
     * @param silence how long without a sign of life until a running session counts as silent
     */
    public SessionStatus statusAt(Instant now, Duration silence) {
        if (ended != null) {
            return ended;
        }
        if (startedAt == null || deadline == null) {
            return statusBeforeStart(now);
        }
        if (isOverAt(now)) {
            return SessionStatus.TIMED_OUT;
        }
        if (now.isBefore(deadline) && isSilentAt(now, silence)) {
            return SessionStatus.SILENT;
        }
        return SessionStatus.IN_PROGRESS;
    }

    /** The status as far as deciding cares: a silent session is a running one. */
    public SessionStatus statusAt(Instant now) {
        return statusAt(now, NEVER);
    }

    private SessionStatus statusBeforeStart(Instant now) {
        if (now.isBefore(opensAt)) {
            return SessionStatus.UPCOMING;
        }
        return windowEndsAt == null || now.isBefore(windowEndsAt) ? SessionStatus.OPEN : SessionStatus.MISSED;
    }

    /** Whether a running session's deadline and grace have passed; an answer at that very instant still counts (R5). */
    public boolean isOverAt(Instant now) {
        return deadline != null && now.isAfter(deadline.plusSeconds(graceSeconds));
    }

    private boolean isSilentAt(Instant now, Duration silence) {
        return lastSignOfLife != null && !now.isBefore(lastSignOfLife.plus(silence));
    }

    /** Whole seconds left to the worker: all of them before the start, none after an end (R10). */
    public long remainingSecondsAt(Instant now) {
        if (ended != null) {
            return 0;
        }
        if (deadline == null) {
            return statusBeforeStart(now) == SessionStatus.MISSED ? 0 : allowedSeconds;
        }
        return Math.clamp(Duration.between(now, deadline).toSeconds(), 0, allowedSeconds);
    }

    /** Whole seconds since the start, up to the end or the deadline. */
    public long elapsedSecondsAt(Instant now) {
        if (startedAt == null || deadline == null) {
            return 0;
        }
        var until = endedAt != null ? endedAt : now;
        return Math.max(
                0,
                Duration.between(startedAt, until.isAfter(deadline) ? deadline : until)
                        .toSeconds());
    }

    /** When the session ended as seen at an instant, also when no fact says so yet (R9). */
    public @Nullable Instant endedAt(Instant now) {
        return ended == null && isOverAt(now) ? deadline : endedAt;
    }

    /** The connection as HC sees it; a session that is not running has none and reads offline. */
    public Connection connectionAt(Instant now, Duration silence) {
        if (lastSignOfLife == null || !statusAt(now, silence).isRunning()) {
            return Connection.OFFLINE;
        }
        if (isSilentAt(now, silence)) {
            return Connection.SILENT;
        }
        if (now.isAfter(lastSignOfLife.plus(ONLINE))) {
            return Connection.OFFLINE;
        }
        return switch (visibility) {
            case VISIBLE -> Connection.ONLINE;
            case HIDDEN -> Connection.IDLE;
            case LEAVING -> Connection.OFFLINE;
        };
    }
}
