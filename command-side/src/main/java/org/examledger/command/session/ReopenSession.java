package org.examledger.command.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Take an end back.
 *
 * @param seconds what the worker has from now on
 * @param countLateAnswers whether what came since the end counts after all
 */
record ReopenSession(
        UUID sessionId,
        String reason,
        int seconds,
        boolean countLateAnswers,
        @Nullable UUID commandId) implements SessionCommand {}
