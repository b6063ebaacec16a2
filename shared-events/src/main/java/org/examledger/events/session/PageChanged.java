package org.examledger.events.session;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The worker turned to a page; a stale one is stored too and does not move the current page (R1).
 *
 * @param elapsedSeconds how long the portal's page thinks that the worker has been at it; recorded, never trusted (R10)
 */
@Remembered(name = "PageChanged")
public record PageChanged(
        int pageIndex,
        int epoch,
        long clientSeq,
        @Nullable Instant clientTime,
        @Nullable UUID commandId,
        @Nullable Integer elapsedSeconds)
        implements SessionFact {
    public PageChanged(
            int pageIndex, int epoch, long clientSeq, @Nullable Instant clientTime, @Nullable UUID commandId) {
        this(pageIndex, epoch, clientSeq, clientTime, commandId, null);
    }
}
