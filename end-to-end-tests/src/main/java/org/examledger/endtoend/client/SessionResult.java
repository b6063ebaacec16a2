package org.examledger.endtoend.client;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a session is worth, in points; {@code responses} only as far as the review policy goes. */
public record SessionResult(
        String sessionId,
        String status,
        int attempt,
        @Nullable BigDecimal score,
        @Nullable BigDecimal maximum,
        @Nullable BigDecimal percent,
        @Nullable Boolean passed,
        @Nullable ComputedFrom computedFrom,
        @Nullable List<JsonNode> responses) {

    /** What the score is a function of. */
    public record ComputedFrom(
            long position,
            @Nullable String keyVersion,
            @Nullable String ruleVersion) {}
}
