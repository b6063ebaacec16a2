package org.examledger.command.draft;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a draft says after a command.
 *
 * @param firstTime whether this very command brought it about; a repeat gets what the first one got
 */
record DraftReceipt(UUID draftId, int revision, Instant savedAt, List<Overwritten> overwritten, boolean firstTime) {
    /** A field whose newer value of somebody else was replaced. */
    record Overwritten(String field, String by, Instant at) {}
}
