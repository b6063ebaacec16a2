package org.examledger.command.draft;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Save a draft. Last modified wins.
 *
 * @param basedOn the revision the editor had on the screen, when he says so
 */
record ReviseDraft(
        UUID draftId,
        Editor editor,
        DraftChanges changes,
        @Nullable Integer basedOn,
        @Nullable UUID commandId) implements DraftCommand {}
