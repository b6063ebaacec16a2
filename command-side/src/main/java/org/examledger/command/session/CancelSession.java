package org.examledger.command.session;

import java.util.UUID;

/** End a session because its exam does not take place. */
public record CancelSession(UUID sessionId, String reason, UUID commandId) implements SessionCommand {}
