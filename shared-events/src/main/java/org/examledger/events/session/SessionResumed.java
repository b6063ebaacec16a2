package org.examledger.events.session;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The worker came back to his running session, by reload or on another device; the newest epoch is the current device
 * (R17).
 */
@Remembered(name = "SessionResumed")
public record SessionResumed(
        int epoch,
        String clientId,
        @Nullable String device,
        @Nullable UUID commandId) implements SessionFact {}
