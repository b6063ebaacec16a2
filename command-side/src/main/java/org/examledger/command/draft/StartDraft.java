package org.examledger.command.draft;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begin to write an exam, perhaps with some content already; asking twice with one command id begins once. */
record StartDraft(
        UUID draftId,
        Editor editor,
        DraftChanges changes,
        @Nullable UUID commandId) implements DraftCommand {}
