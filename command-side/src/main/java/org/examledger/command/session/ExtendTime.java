package org.examledger.command.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Give a worker more time, or less; the reason is kept, and the worker reads it.
 *
 * @param seconds negative = less
 * @param includeNotStarted whether a session that has not been started gets it too
 */
public record ExtendTime(
        UUID sessionId,
        int seconds,
        String reason,
        boolean includeNotStarted,
        @Nullable UUID commandId) implements SessionCommand {}
