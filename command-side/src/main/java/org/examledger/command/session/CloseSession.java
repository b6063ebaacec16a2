package org.examledger.command.session;

import java.util.UUID;
import org.examledger.events.session.CloseScoring;
import org.jspecify.annotations.Nullable;

/** End a session before its time; the reason is kept. */
public record CloseSession(
        UUID sessionId,
        String reason,
        CloseScoring scoring,
        @Nullable UUID commandId) implements SessionCommand {}
