package org.examledger.command.draft;

import java.util.UUID;
import org.examledger.command.handling.Command;
import org.examledger.events.StreamId;

/** Everything that can be asked of a draft. */
sealed interface DraftCommand extends Command permits StartDraft, ReviseDraft, LockDraft, DiscardDraft, ExpireDraft {
    UUID draftId();

    @Override
    default String stream() {
        return StreamId.ofDraft(draftId());
    }
}
