package org.examledger.command.draft;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;

/**
 * What a draft says after a command.
 *
 * @param firstTime whether this very command brought it about; a repeat gets what the first one got
 * @param questionIds of the questions that the save brought or changed, in their order
 */
record DraftReceipt(
        UUID draftId,
        int revision,
        Instant savedAt,
        List<Overwritten> overwritten,
        boolean firstTime,
        List<Integer> questionIds) {
    /** A field whose newer value of somebody else was replaced. */
    record Overwritten(String field, String by, Instant at) {}

    DraftReceipt bringing(DraftRevised save) {
        var ids = save.questions().stream().map(DraftQuestion::id).toList();
        return new DraftReceipt(draftId, revision, savedAt, overwritten, firstTime, ids);
    }
}
