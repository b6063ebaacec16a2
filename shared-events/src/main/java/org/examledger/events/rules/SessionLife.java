package org.examledger.events.rules;

import java.time.Duration;
import java.time.Instant;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.examledger.events.session.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The instants of a session from which its status, its remaining time and its connection follow at any moment. Command
 * side, read models and audit all ask this record, so that they never disagree; what moves them is told by its other
 * methods, one for each kind of fact.
 *
 * @param allowedSeconds duration with the worker's extra minutes and all extensions
 * @param deadline as the newest fact left it; ask {@link #deadlineAt} for the one that counts
 * @param ended the end that the log holds, when there is one
 * @param endedAt when that end took effect
 * @param activeTime what was used, when only the time between signs of life counts; absent = the wall clock
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
        @Nullable Instant endedAt,
        @Nullable ActiveTime activeTime) {

    /** A page that is open gives a sign of life at least this often, with some patience for the network. */
    public static final Duration ONLINE = Duration.ofSeconds(75);

    private static final Duration NEVER = Duration.ofDays(365_000);

    /** Before the start. */
    public static SessionLife of(Timing timing) {
        return new SessionLife(
                timing.opensAt(),
                timing.windowEndsAt(),
                timing.durationSeconds(),
                timing.graceSeconds(),
                null,
                null,
                null,
                Visibility.VISIBLE,
                null,
                null,
                timing.timerPolicy() == TimerPolicy.ACTIVE_TIME ? ActiveTime.UNUSED : null);
    }

    public SessionLife started(Instant at, Instant deadlineAtStart) {
        return with(at, deadlineAtStart, at, Visibility.VISIBLE, activeTime == null ? null : ActiveTime.from(at, 0));
    }

    /** The worker came back on another page. */
    public SessionLife resumed(Instant at) {
        return seen(at, Visibility.VISIBLE);
    }

    /** A sign of life; one that comes within the grace does not move the deadline. */
    public SessionLife seen(Instant at, Visibility seen) {
        var counted = activeTime == null || isPastDeadlineAt(at) ? activeTime : activeTime.seenAt(at);
        return with(startedAt, deadline, at, seen, counted).asOf(at);
    }

    /** Another window; where it ends running sessions, it ends none before the moment at which it was moved (R11). */
    public SessionLife rescheduled(Instant opening, @Nullable Instant windowEnding, Instant at) {
        var endsNow = activeTime != null && startedAt != null && windowEnding != null && windowEnding.isBefore(at);
        return new SessionLife(
                        opening,
                        endsNow ? at : windowEnding,
                        allowedSeconds,
                        graceSeconds,
                        startedAt,
                        deadline,
                        lastSignOfLife,
                        visibility,
                        ended,
                        endedAt,
                        activeTime)
                .asOf(at);
    }

    public SessionLife extended(long allowed, @Nullable Instant newDeadline, Instant at) {
        var counted =
                activeTime == null || startedAt == null || isPastDeadlineAt(at) ? activeTime : activeTime.countedAt(at);
        return new SessionLife(
                        opensAt,
                        windowEndsAt,
                        allowed,
                        graceSeconds,
                        startedAt,
                        newDeadline,
                        lastSignOfLife,
                        visibility,
                        ended,
                        endedAt,
                        counted)
                .asOf(at);
    }

    public SessionLife ended(SessionStatus end, Instant at) {
        return new SessionLife(
                opensAt,
                windowEndsAt,
                allowedSeconds,
                graceSeconds,
                startedAt,
                deadline,
                lastSignOfLife,
                visibility,
                end,
                at,
                activeTime);
    }

    /** The end is taken back; the worker has until the new deadline, also when his window would have ended the session. */
    public SessionLife reopened(long allowed, Instant newDeadline, Instant at) {
        var left = Duration.between(at, newDeadline).toMillis();
        var window = activeTime != null && windowEndsAt != null && windowEndsAt.isBefore(newDeadline)
                ? newDeadline
                : windowEndsAt;
        return new SessionLife(
                opensAt,
                window,
                allowed,
                graceSeconds,
                startedAt,
                newDeadline,
                at,
                visibility,
                null,
                null,
                activeTime == null ? null : ActiveTime.from(at, 1000 * allowed - left));
    }

    private SessionLife with(
            @Nullable Instant start,
            @Nullable Instant until,
            @Nullable Instant sign,
            Visibility seen,
            @Nullable ActiveTime counted) {
        return new SessionLife(
                opensAt, windowEndsAt, allowedSeconds, graceSeconds, start, until, sign, seen, ended, endedAt, counted);
    }

    /** The same with the deadline as it looks now. */
    private SessionLife asOf(Instant now) {
        return activeTime == null ? this : with(startedAt, deadlineAt(now), lastSignOfLife, visibility, activeTime);
    }

    /** Until when answers are expected, as it looks at an instant (R5, R10); absent before the start. */
    public @Nullable Instant deadlineAt(Instant now) {
        if (startedAt == null || activeTime == null) {
            return deadline;
        }
        var usedUp = activeTime.deadlineAt(endedAt != null ? endedAt : now, 1000 * allowedSeconds);
        return windowEndsAt != null && windowEndsAt.isBefore(usedUp) ? windowEndsAt : usedUp;
    }

    /** Whether a running session is within its grace or behind it. */
    public boolean isPastDeadlineAt(Instant now) {
        var until = deadlineAt(now);
        return until != null && now.isAfter(until);
    }

    /**
     * The status at an instant (R5, R8, R9).
     *
     * @param silence how long without a sign of life until a running session counts as silent
     */
    public SessionStatus statusAt(Instant now, Duration silence) {
        if (ended != null) {
            return ended;
        }
        var until = deadlineAt(now);
        if (startedAt == null || until == null) {
            return statusBeforeStart(now);
        }
        if (isOverAt(now)) {
            return SessionStatus.TIMED_OUT;
        }
        if (now.isBefore(until) && isSilentAt(now, silence)) {
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
        var until = deadlineAt(now);
        return until != null && now.isAfter(until.plusSeconds(graceSeconds));
    }

    /** Whether no sign of life came for so long, whatever the status. */
    public boolean isSilentAt(Instant now, Duration silence) {
        return lastSignOfLife != null && !now.isBefore(lastSignOfLife.plus(silence));
    }

    /** Whole seconds left to the worker: all of them before the start, none after an end (R10). */
    public long remainingSecondsAt(Instant now) {
        if (ended != null) {
            return 0;
        }
        var until = deadlineAt(now);
        if (until == null) {
            return statusBeforeStart(now) == SessionStatus.MISSED ? 0 : allowedSeconds;
        }
        return secondsLeft(now, until);
    }

    /** Whole seconds that were left when the session ended; none before the start and none of what a deadline cut off. */
    public long remainingSecondsAtEnd() {
        var until = endedAt == null ? null : deadlineAt(endedAt);
        return endedAt == null || until == null ? 0 : secondsLeft(endedAt, until);
    }

    private long secondsLeft(Instant now, Instant until) {
        return Math.clamp(Duration.between(now, until).toSeconds(), 0, allowedSeconds);
    }

    /** Whole seconds used, up to the end or the deadline: those since the start, or those that were active (R10). */
    public long elapsedSecondsAt(Instant now) {
        var until = deadlineAt(now);
        if (startedAt == null || until == null) {
            return 0;
        }
        var asked = endedAt != null ? endedAt : now;
        var last = asked.isAfter(until) ? until : asked;
        return activeTime != null
                ? Math.min(allowedSeconds, activeTime.usedAt(last) / 1000)
                : Math.max(0, Duration.between(startedAt, last).toSeconds());
    }

    /** When the session ended as seen at an instant, also when no fact says so yet (R9). */
    public @Nullable Instant endedAt(Instant now) {
        return ended == null && isOverAt(now) ? deadlineAt(now) : endedAt;
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
