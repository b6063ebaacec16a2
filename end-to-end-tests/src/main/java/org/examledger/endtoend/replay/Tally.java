package org.examledger.endtoend.replay;

import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts while the replay runs; anyone may look. */
final class Tally {
    final LongAdder answers = new LongAdder();
    final LongAdder pageChanges = new LongAdder();
    final LongAdder duplicates = new LongAdder();
    final LongAdder batches = new LongAdder();
    final LongAdder submits = new LongAdder();
    final LongAdder requests = new LongAdder();
    final LongAdder acknowledged = new LongAdder();
    private final LongAccumulator highestPosition = new LongAccumulator(Math::max, -1);

    void saw(long position) {
        highestPosition.accumulate(position);
    }

    long highestPosition() {
        return highestPosition.get();
    }

    String summary(int students, Duration took, long unknownOutcomes, long putOff) {
        var seconds = Math.max(1, took.toMillis()) / 1_000.0;
        return """
                students               %,12d
                answers                %,12d
                page changes           %,12d
                submits                %,12d
                duplicates sent        %,12d
                batches sent           %,12d
                requests               %,12d
                commands acknowledged  %,12d
                outcomes unknown       %,12d (repeated)
                put off (429)          %,12d (repeated)
                seconds                %,12.1f
                commands per second    %,12.0f
                """.formatted(
                        students,
                        answers.sum(),
                        pageChanges.sum(),
                        submits.sum(),
                        duplicates.sum(),
                        batches.sum(),
                        requests.sum(),
                        acknowledged.sum(),
                        unknownOutcomes,
                        putOff,
                        seconds,
                        acknowledged.sum() / seconds);
    }
}
