package org.examledger.events.session;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/** The worker's page gave a sign of life. */
@Remembered(name = "HeartbeatReceived")
public record HeartbeatReceived(
        Visibility visibility,
        int epoch,
        @Nullable Instant clientTime,
        @Nullable UUID commandId) implements SessionFact {}
