package org.examledger.command.session;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.session.Visibility;
import org.jspecify.annotations.Nullable;

/** Say that the page is still there, and hear what is new. */
record SendHeartbeat(
        UUID sessionId,
        String person,
        int epoch,
        Visibility visibility,
        @Nullable Instant clientTime,
        @Nullable UUID commandId)
        implements SessionCommand {}
