package org.examledger.query.drafts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.examledger.events.draft.DraftDiscarded;
import org.examledger.events.draft.DraftExpired;
import org.examledger.events.draft.DraftFact;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftStarted;
import org.examledger.query.feed.Recorded;

/**
 * A draft while facts are folded into it.
 *
 * @param editors all who saved it, the author first
 * @param over whether it was thrown away or has expired; then nothing of its content is kept
 */
record DraftFold(
        UUID draftId,
        List<String> editors,
        String savedBy,
        int revision,
        Instant savedAt,
        boolean locked,
        boolean over,
        DraftContent content,
        long position) {

    static DraftFold startedBy(Recorded recorded) {
        return new DraftFold(
                recorded.id(),
                List.of(recorded.actor()),
                recorded.actor(),
                0,
                recorded.at(),
                false,
                false,
                DraftContent.EMPTY,
                recorded.position());
    }

    String author() {
        return editors.getFirst();
    }

    DraftFold after(DraftFact fact, Recorded row) {
        return switch (fact) {
            case DraftStarted it -> savedBy(row, revision, content);
            case DraftRevised it -> savedBy(row, it.revision(), content.after(it));
            case DraftLocked it ->
                new DraftFold(draftId, editors, savedBy, revision, savedAt, true, over, content, row.position());
            case DraftDiscarded it -> ended(row);
            case DraftExpired it -> ended(row);
        };
    }

    private DraftFold savedBy(Recorded row, int next, DraftContent saved) {
        return new DraftFold(
                draftId, editorsWith(row.actor()), row.actor(), next, row.at(), locked, over, saved, row.position());
    }

    private List<String> editorsWith(String editor) {
        if (editors.contains(editor)) {
            return editors;
        }
        var more = new ArrayList<>(editors);
        more.add(editor);
        return List.copyOf(more);
    }

    private DraftFold ended(Recorded row) {
        return new DraftFold(
                draftId, editors, savedBy, revision, savedAt, locked, true, DraftContent.EMPTY, row.position());
    }
}
