package org.examledger.events.session;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * No sign of life came for a while. It is not an end: whatever comes next just goes on.
 *
 * @param lastSignOfLife when the last one was stored
 */
@Remembered(name = "SessionFellSilent")
public record SessionFellSilent(
        Instant lastSignOfLife, @Nullable UUID commandId) implements SessionFact {}
