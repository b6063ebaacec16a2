package org.examledger.events.session;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * HC took an end back: the same attempt goes on with its answers.
 *
 * @param seconds what the worker has from here on
 * @param allowedSeconds what came of it: the time used until the end and these seconds
 * @param deadline what came of it
 */
@Remembered(name = "SessionReopened")
public record SessionReopened(
        String reason,
        int seconds,
        int allowedSeconds,
        Instant deadline,
        @Nullable UUID commandId) implements SessionFact {}
