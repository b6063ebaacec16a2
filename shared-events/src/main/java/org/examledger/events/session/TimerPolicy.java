package org.examledger.events.session;

/** How a session's time runs (R10). */
public enum TimerPolicy {
    /** Deadline = start + duration + extensions. */
    WALL_CLOCK,
    /** Only the time between signs of life is consumed. */
    ACTIVE_TIME
}
