package org.examledger.benchmarks.figures;

import java.util.List;
import java.util.stream.IntStream;

/** The median of some rounds and the range they came from; one number of a noisy machine is no result. */
public record Spread(double median, double least, double most) {
    /**
     * Condenses one value a round.
     *
     * @throws IllegalArgumentException without any value
     */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a median needs a round");
        }
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    /** The ratios round by round, so that what slowed the machine down for a while slowed both. */
    public static Spread ofRatios(List<Double> ours, List<Double> theirs) {
        var pairs = Math.min(ours.size(), theirs.size());
        return of(IntStream.range(0, pairs)
                .mapToObj(round -> ours.get(round) / theirs.get(round))
                .toList());
    }

    /** As {@code 4.10 (3.80–4.40)}. */
    public String text(String format) {
        return (format + " (" + format + "–" + format + ")").formatted(median, least, most);
    }
}
