package org.examledger.query.responses;

import org.examledger.events.rules.Scoring;
import org.jspecify.annotations.Nullable;

/**
 * What a session is worth.
 *
 * @param score points; absent, as percent and passed are then, when there is none
 * @param maximum points that could be reached
 */
public record Standing(
        @Nullable Long score,
        long maximum,
        @Nullable Integer percent,
        @Nullable Boolean passed) {

    static Standing of(@Nullable Long points, long maximum, int passPercentage) {
        if (points == null) {
            return new Standing(null, maximum, null, null);
        }
        var percent = Scoring.percent(points, maximum);
        return new Standing(points, maximum, percent, Scoring.isPassed(percent, passPercentage));
    }
}
