package org.examledger.command.draft;

import java.util.UUID;
import org.examledger.command.pool.PoolsAtHand;
import org.jspecify.annotations.Nullable;

/**
 * Freeze the draft and make the exam of it, once.
 *
 * @param defaults what holds where the draft says nothing
 * @param pools from which questions are drawn
 * @param seed from which questions are drawn and papers are assembled
 */
record LockDraft(
        UUID draftId,
        ExamDefaults defaults,
        PoolsAtHand pools,
        long seed,
        @Nullable UUID commandId) implements DraftCommand {}
