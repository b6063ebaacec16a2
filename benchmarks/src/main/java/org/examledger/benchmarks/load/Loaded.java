package org.examledger.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What came of a load.
 *
 * @param answered replies with status 200
 * @param refused all other outcomes
 * @param seconds from the first request to the last reply
 * @param latencies in nanoseconds, of answered requests
 */
public record Loaded(long answered, long refused, double seconds, Histogram latencies) {
    /** A minute of latency is as good as never. */
    static final long HIGHEST_NANOS = 60_000_000_000L;

    static final int DIGITS = 3;

    public double perSecond() {
        return answered / seconds;
    }

    public double millisAt(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    static Histogram newHistogram() {
        return new Histogram(HIGHEST_NANOS, DIGITS);
    }
}
