package org.examledger.endtoend.examlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** An exam nobody took, in the shape of the real one: its distributions were measured there once. */
public final class GeneratedExamLog {
    private static final Quantiles ROWS = new Quantiles(8, 13, 19, 24, 36, 55, 86, 128, 163, 239, 380);
    private static final Quantiles ANSWERS = new Quantiles(7, 7, 9, 10, 12, 15, 17, 20, 22, 27, 41);
    private static final Quantiles GAPS_MILLIS =
            new Quantiles(0, 100, 524, 900, 1_344, 3_349, 59_643, 400_000, 807_695, 1_588_314, 5_123_585);
    private static final Weights PAGE_STEPS = new Weights(
            new int[] {1, -1, 2, -2, -6, -3, -4, -5, 3, 4, 5, 6},
            new int[] {55_463, 28_730, 4_472, 4_324, 3_194, 1_971, 1_834, 1_421, 1_409, 947, 849, 764});
    private static final Weights OPTIONS = new Weights(
            new int[] {11, 1, 9, 10, 8, 6, 7, 4, 5, 3, 2},
            new int[] {33_720, 22_355, 9_537, 9_358, 6_890, 5_719, 5_497, 5_066, 3_842, 2_885, 2_156});

    private GeneratedExamLog() {}

    public static ExamLog of(int students, long seed) {
        return new ExamLog(
                "generated, seed " + seed,
                IntStream.rangeClosed(1, students)
                        .mapToObj(number -> student(number, Seeds.of(seed, number)))
                        .toList());
    }

    private static StudentLog student(int number, RandomGenerator random) {
        var rows = ROWS.draw(random);
        var changesLeft = Math.min(ANSWERS.draw(random), rows) - ExamLog.QUESTIONS;
        var options = new HashMap<Integer, Integer>();
        var unseen = new HashSet<>(IntStream.range(0, ExamLog.QUESTIONS).boxed().toList());
        var visits = new ArrayList<Visit>();
        var page = 0;
        var at = (long) GAPS_MILLIS.draw(random);
        for (var row = 0; row < rows; row++) {
            if (row > 0) {
                page = unseen.size() >= rows - row ? unseen.iterator().next() : step(page, random);
                at += GAPS_MILLIS.draw(random);
            }
            var repeatsLeft = rows - row - unseen.size();
            if (unseen.remove(page)) {
                options.put(page, OPTIONS.draw(random));
            } else if (random.nextInt(repeatsLeft) < changesLeft) {
                options.put(page, OPTIONS.drawOtherThan(options.getOrDefault(page, 0), random));
                changesLeft--;
            }
            visits.add(new Visit(at, page, options.getOrDefault(page, 0)));
        }
        return new StudentLog(Integer.toString(number), List.copyOf(visits));
    }

    private static int step(int page, RandomGenerator random) {
        return Math.floorMod(page + PAGE_STEPS.draw(random), ExamLog.QUESTIONS);
    }

    /** Values at 0, 1, 5, 10, 25, 50, 75, 90, 95, 99 and 100 per cent, straight lines between. */
    private record Quantiles(List<Integer> values) {
        private static final double[] SHARES = {0, .01, .05, .10, .25, .50, .75, .90, .95, .99, 1};

        Quantiles(Integer... values) {
            this(List.of(values));
        }

        int draw(RandomGenerator random) {
            var share = random.nextDouble();
            var above = 1;
            while (SHARES[above] < share) {
                above++;
            }
            var part = (share - SHARES[above - 1]) / (SHARES[above] - SHARES[above - 1]);
            return (int) Math.round(values.get(above - 1) + part * (values.get(above) - values.get(above - 1)));
        }
    }

    private static final class Weights {
        private final int[] values;
        private final int[] weights;

        Weights(int[] values, int[] weights) {
            this.values = values;
            this.weights = weights;
        }

        int draw(RandomGenerator random) {
            var left = random.nextInt(IntStream.of(weights).sum());
            var index = 0;
            while (left >= weights[index]) {
                left -= weights[index++];
            }
            return values[index];
        }

        int drawOtherThan(int unwanted, RandomGenerator random) {
            var value = draw(random);
            while (value == unwanted) {
                value = draw(random);
            }
            return value;
        }
    }
}
