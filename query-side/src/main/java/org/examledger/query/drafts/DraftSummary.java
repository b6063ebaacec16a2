package org.examledger.query.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.examledger.query.http.Millis;
import org.jspecify.annotations.Nullable;

/** A line of the picker of drafts. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DraftSummary(
        UUID draftId,
        @Nullable String title,
        @Nullable String category,
        int revision,
        @Millis Instant savedAt,
        boolean locked) {

    static DraftSummary of(DraftRow row) {
        return new DraftSummary(
                row.draftId(), row.title(), row.category(), row.revision(), row.savedAt(), row.isLocked());
    }
}
