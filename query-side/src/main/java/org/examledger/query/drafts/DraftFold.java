package org.examledger.query.drafts;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.draft.DraftFact;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftStarted;
import org.examledger.query.feed.Recorded;

/** A draft while facts are folded into it. */
record DraftFold(
        UUID draftId,
        String author,
        int revision,
        Instant savedAt,
        boolean locked,
        DraftContent content,
        long position) {

    static DraftFold startedBy(Recorded recorded) {
        return new DraftFold(
                recorded.id(), recorded.actor(), 0, recorded.at(), false, DraftContent.EMPTY, recorded.position());
    }

    DraftFold after(DraftFact fact, Instant at, long next) {
        return switch (fact) {
            case DraftStarted it -> new DraftFold(draftId, author, revision, at, locked, content, next);
            case DraftRevised it -> new DraftFold(draftId, author, it.revision(), at, locked, content.after(it), next);
            case DraftLocked it -> new DraftFold(draftId, author, revision, savedAt, true, content, next);
        };
    }
}
