package org.examledger.events.session;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The worker opened his paper; from here on the time runs.
 *
 * @param epoch highest epoch of the stream so far + 1 (R1)
 * @param clientId the page instance that started
 * @param deadline as it stands at the start (R5)
 */
@Remembered(name = "SessionStarted")
public record SessionStarted(
        int epoch,
        String clientId,
        @Nullable String device,
        Instant deadline,
        @Nullable UUID commandId) implements SessionFact {}
