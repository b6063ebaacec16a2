package org.examledger.command.draft;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Freeze the draft and make the exam of it, once.
 *
 * @param defaults what holds where the draft says nothing
 * @param seed from which papers are assembled
 */
record LockDraft(
        UUID draftId,
        ExamDefaults defaults,
        long seed,
        @Nullable UUID commandId) implements DraftCommand {}
