package org.examledger.command.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turn to a page. */
record ChangePage(
        UUID sessionId,
        String person,
        int epoch,
        long clientSeq,
        int pageIndex,
        @Nullable Instant clientTime,
        @Nullable UUID commandId)
        implements SessionCommand {}
