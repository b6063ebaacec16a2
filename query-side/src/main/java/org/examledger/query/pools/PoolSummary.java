package org.examledger.query.pools;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.examledger.events.rules.PoolGeneration;
import org.examledger.query.http.Millis;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of pools.
 *
 * @param revision 0 as long as it holds nothing
 * @param questions how many it holds
 * @param generating whether a generation is waited for
 * @param failure of the last generation, when it failed; what was there before still is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PoolSummary(
        String technology,
        String level,
        int revision,
        int questions,
        @Millis @Nullable Instant publishedAt,
        boolean generating,
        @Nullable String failure) {

    static PoolSummary of(PoolTable.Line line, Instant now) {
        return new PoolSummary(
                line.technology(),
                line.level(),
                line.revision(),
                line.count(),
                line.publishedAt(),
                isGenerating(line.requestedAt(), now),
                line.failure());
    }

    static boolean isGenerating(@Nullable Instant requestedAt, Instant now) {
        return requestedAt != null && PoolGeneration.isRunning(requestedAt, now);
    }
}
