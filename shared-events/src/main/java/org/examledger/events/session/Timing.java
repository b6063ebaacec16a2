package org.examledger.events.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a session may be started and how long it lasts.
 *
 * @param opensAt start of the window (R8), already resolved in the zone
 * @param windowEndsAt no start from this instant on; absent = no end
 * @param zone IANA id of the exam's zone, kept for the people who read the log
 * @param durationSeconds with the worker's extra minutes included
 * @param graceSeconds how long after the deadline an answer under way still counts (R5)
 * @param silentMayResume whether a worker who fell silent may go on; absent = yes
 */
public record Timing(
        Instant opensAt,
        @Nullable Instant windowEndsAt,
        String zone,
        int durationSeconds,
        int graceSeconds,
        TimerPolicy timerPolicy,
        @Nullable Boolean silentMayResume) {}
