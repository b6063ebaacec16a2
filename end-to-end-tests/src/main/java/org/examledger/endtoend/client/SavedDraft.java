package org.examledger.endtoend.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reply to writing a draft. */
public record SavedDraft(
        @Nullable String draftId,
        long revision,
        String savedAt,
        @Nullable List<JsonNode> overwritten) {}
