package org.examledger.query.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the results of an exam spread.
 *
 * @param passPercentage as the exam was locked with it
 * @param meanPercent two decimals; absent, like the median, when no session counts
 * @param buckets ten of them, the lowest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Distribution(
        int sessions,
        int passed,
        int failed,
        int passPercentage,
        @Nullable Double meanPercent,
        @Nullable Double medianPercent,
        List<Bucket> buckets) {

    /** @param to inclusive, like {@code from}; percent */
    record Bucket(int from, int to, int passed, int failed) {}
}
