package org.examledger.command.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Move the window of a session that has not ended. */
public record RescheduleSession(
        UUID sessionId, Instant opensAt, @Nullable Instant windowEndsAt, String reason, UUID commandId)
        implements SessionCommand {}
