package org.examledger.query.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.examledger.query.http.Millis;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the log's integrity.
 *
 * @param verdict {@code intact} or {@code broken}
 * @param checkedTo up to here every row was checked
 * @param walk the last walk over the whole log, or the one under way
 * @param restores rows that were signed and then lost, as admins have declared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verdict(
        String verdict,
        long checkedTo,
        @Nullable Long firstBadPosition,
        @Nullable String reason,
        LastWalk walk,
        List<Gap> restores) {

    /**
     * A walk.
     *
     * @param state none, requested, running or done
     * @param endedAt when the last one came to its end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LastWalk(
            String state,
            long position,
            long goal,
            @Millis @Nullable Instant endedAt) {}

    /** A declared loss, and where the declaration stands in the log. */
    record Gap(long position, @Millis Instant at, long lostFrom, long lostTo, String reason) {}
}
