package org.examledger.events.rules;

import java.time.Duration;
import java.time.Instant;

/** What becomes of a session's time when HC, or the system, changes it (R10, R11). */
public final class TimeChanges {
    private TimeChanges() {}

    /**
     * A session with more or less time. Less time never sets a deadline before now, and moves none that has passed.
     *
     * @param seconds negative = less
     */
    public static SessionLife extended(SessionLife life, int seconds, Instant now) {
        var deadline = life.deadlineAt(now);
        if (life.startedAt() == null || deadline == null) {
            return life.extended(Math.max(0, life.allowedSeconds() + seconds), null, now);
        }
        if (seconds < 0 && now.isAfter(deadline)) {
            return life;
        }
        return life.activeTime() != null
                ? life.extended(Math.max(life.allowedSeconds() + seconds, usedSeconds(life, now)), deadline, now)
                : moved(life, deadline, seconds, now);
    }

    private static SessionLife moved(SessionLife life, Instant deadline, int seconds, Instant now) {
        var asked = deadline.plusSeconds(seconds);
        var given = seconds < 0 && asked.isBefore(now) ? now : asked;
        var allowed = life.allowedSeconds() + Duration.between(deadline, given).toSeconds();
        return life.extended(allowed, given, now);
    }

    /** Rounded up, so that nothing used is left. */
    private static long usedSeconds(SessionLife life, Instant now) {
        var used = life.activeTime();
        return used == null ? 0 : Math.ceilDiv(used.usedAt(now), 1000);
    }

    /**
     * An ended session that goes on.
     *
     * @param seconds what the worker has from now on
     */
    public static SessionLife reopened(SessionLife life, int seconds, Instant now) {
        var used = life.allowedSeconds() - life.remainingSecondsAtEnd();
        return life.reopened(used + seconds, now.plusSeconds(seconds), now);
    }
}
