package org.examledger.command.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Start the session, or come back to it while it runs; each call is a new epoch, but for a repeat of the same command.
 *
 * @param person opaque id of who asks (R6)
 * @param clientId the page instance that asks
 * @param accessToken the word that some exams ask for at a first start (R16)
 */
record StartSession(
        UUID sessionId,
        String person,
        String clientId,
        @Nullable String device,
        @Nullable Secret accessToken,
        @Nullable UUID commandId)
        implements SessionCommand {}
