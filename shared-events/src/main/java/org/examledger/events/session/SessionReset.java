package org.examledger.events.session;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * HC gave the worker another attempt, with its own paper and its own time; the earlier ones stay in the stream.
 *
 * @param attempt one more than before
 * @param passPercentage 0..100, compared with the floored percentage
 */
@Remembered(name = "SessionReset")
public record SessionReset(
        String reason,
        int attempt,
        Paper paper,
        Timing timing,
        int passPercentage,
        @Nullable UUID commandId) implements SessionFact {}
