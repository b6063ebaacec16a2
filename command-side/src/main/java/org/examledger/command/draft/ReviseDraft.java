package org.examledger.command.draft;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Save a draft. Last modified wins, unless its editor would rather be refused than take the place of something newer.
 *
 * @param basedOn the revision the editor had on the screen, when he says so
 * @param overwrite whether it is stored although a field of it has a newer value
 */
record ReviseDraft(
        UUID draftId,
        Editor editor,
        DraftChanges changes,
        @Nullable Integer basedOn,
        boolean overwrite,
        @Nullable UUID commandId)
        implements DraftCommand {

    ReviseDraft(
            UUID draftId, Editor editor, DraftChanges changes, @Nullable Integer basedOn, @Nullable UUID commandId) {
        this(draftId, editor, changes, basedOn, true, commandId);
    }
}
