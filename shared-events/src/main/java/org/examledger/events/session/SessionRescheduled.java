package org.examledger.events.session;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * HC moved the exam's window.
 *
 * @param opensAt resolved in the exam's zone (R8)
 * @param windowEndsAt no start from this instant on; absent = no end
 * @param commandId UUIDv5 of the cause and the session, so that a fan-out reaches each session once
 */
@Remembered(name = "SessionRescheduled")
public record SessionRescheduled(Instant opensAt, @Nullable Instant windowEndsAt, String reason, UUID commandId)
        implements SessionFact {}
