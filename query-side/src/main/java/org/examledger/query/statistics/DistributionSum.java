package org.examledger.query.statistics;

import java.util.stream.IntStream;
import org.examledger.query.responses.Standing;

/** How results spread, while sessions are counted one after the other. */
final class DistributionSum {
    private static final int BUCKETS = 10;
    private static final int WIDTH = 10;

    private final int[] passed = new int[BUCKETS];
    private final int[] failed = new int[BUCKETS];
    private final Median median = new Median();
    private int sessions;
    private long percents;

    void add(Standing standing) {
        var percent = standing.percent();
        if (percent == null) {
            return;
        }
        var bucket = Math.min(percent / WIDTH, BUCKETS - 1);
        if (Boolean.TRUE.equals(standing.passed())) {
            passed[bucket]++;
        } else {
            failed[bucket]++;
        }
        sessions++;
        percents += percent;
        median.add(percent);
    }

    Distribution distribution(int passPercentage) {
        return new Distribution(
                sessions,
                IntStream.of(passed).sum(),
                IntStream.of(failed).sum(),
                passPercentage,
                sessions == 0 ? null : Rounded.to(2, (double) percents / sessions),
                Rounded.to(2, median.value()),
                IntStream.range(0, BUCKETS).mapToObj(this::bucket).toList());
    }

    /** The last one has its upper bound too. */
    private Distribution.Bucket bucket(int number) {
        var from = number * WIDTH;
        var to = number == BUCKETS - 1 ? 100 : from + WIDTH - 1;
        return new Distribution.Bucket(from, to, passed[number], failed[number]);
    }
}
