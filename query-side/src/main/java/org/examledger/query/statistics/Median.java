package org.examledger.query.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Finds the middle of some numbers; of an even count, the mean of the two in the middle. */
final class Median {
    private double[] values = new double[16];
    private int count;

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    OptionalDouble value() {
        if (count == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(values, 0, count);
        var middle = count / 2;
        return OptionalDouble.of(count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2);
    }
}
