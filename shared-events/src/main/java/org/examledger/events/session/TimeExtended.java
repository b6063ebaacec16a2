package org.examledger.events.session;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * HC, or the system after an outage, changed the time of a session (R10, R11).
 *
 * @param seconds as asked; negative = less time
 * @param allowedSeconds what came of it: the duration with all extensions
 * @param deadline what came of it; absent before the start
 */
@Remembered(name = "TimeExtended")
public record TimeExtended(
        int seconds,
        String reason,
        int allowedSeconds,
        @Nullable Instant deadline,
        @Nullable UUID commandId) implements SessionFact {}
