package org.examledger.command.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page that the portal shows, as a sign of life too.
 *
 * @param elapsedSeconds what the portal's page thinks; recorded, never trusted
 */
public record SaveProgress(
        UUID sessionId,
        String person,
        int pageIndex,
        @Nullable Integer elapsedSeconds) implements SessionCommand {}
