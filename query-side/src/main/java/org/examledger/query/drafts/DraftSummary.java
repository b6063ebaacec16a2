package org.examledger.query.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.examledger.query.http.Millis;
import org.jspecify.annotations.Nullable;

/**
 * A line of the picker of drafts.
 *
 * @param savedBy name of who saved it last; absent when the directory does not know him any more
 * @param mine whether the caller saved it last
 * @param questions how many are written or to be drawn from pools
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DraftSummary(
        UUID draftId,
        @Nullable String title,
        @Nullable String category,
        int revision,
        @Millis Instant savedAt,
        @Nullable String savedBy,
        boolean mine,
        int questions,
        int workers,
        boolean locked) {

    static DraftSummary of(PickerRows.Line line, String caller, Map<String, String> names) {
        return new DraftSummary(
                line.draftId(),
                line.title(),
                line.category(),
                line.revision(),
                line.savedAt(),
                names.get(line.savedBy()),
                line.savedBy().equals(caller),
                line.questions(),
                line.workers(),
                false);
    }
}
