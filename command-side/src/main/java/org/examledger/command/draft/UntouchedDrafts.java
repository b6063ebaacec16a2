package org.examledger.command.draft;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Looks in the log for drafts that may have expired; whether one has is decided by the draft itself. */
public interface UntouchedDrafts {
    /** The drafts whose newest fact is a save, or their beginning, at or before a time. */
    List<UUID> since(Instant time);
}
