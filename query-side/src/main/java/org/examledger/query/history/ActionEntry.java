package org.examledger.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Something that a person did, as an auditor reads it.
 *
 * @param stream what it was done to: type and id, {@code exam:<uuid>}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ActionEntry(String stream, @JsonUnwrapped HistoryEntry entry) {
    static ActionEntry of(StoredAction action) {
        return new ActionEntry(action.stream(), HistoryEntry.of(action.event()));
    }
}
