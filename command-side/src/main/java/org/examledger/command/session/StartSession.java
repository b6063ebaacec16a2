package org.examledger.command.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Start the session, or come back to it while it runs; each call is a new epoch, but for a repeat of the same command.
 *
 * @param person opaque id of who asks (R6)
 * @param clientId the page instance that asks
 */
record StartSession(
        UUID sessionId,
        String person,
        String clientId,
        @Nullable String device,
        @Nullable UUID commandId) implements SessionCommand {}
