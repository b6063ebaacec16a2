package org.examledger.query.responses;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A score that counts no more: the attempt's own by an earlier version of the key, or that of an earlier attempt.
 *
 * @param score absent when that attempt had an end that is not scored
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EarlierScore(
        int attempt,
        @Nullable Long score,
        long maximum,
        @Nullable Integer percent,
        @Nullable Boolean passed,
        ComputedFrom computedFrom) {

    static EarlierScore of(Score score) {
        return of(
                score.attempt(),
                Standing.of(score.shown(), score.maximum(), score.passPercentage()),
                ComputedFrom.of(score));
    }

    static EarlierScore of(PreviousScore score, int passPercentage) {
        return of(
                score.attempt(),
                Standing.of(score.score(), score.maximum(), passPercentage),
                new ComputedFrom(score.position(), score.keyVersion(), score.ruleVersion()));
    }

    private static EarlierScore of(int attempt, Standing standing, ComputedFrom from) {
        return new EarlierScore(
                attempt, standing.score(), standing.maximum(), standing.percent(), standing.passed(), from);
    }
}
