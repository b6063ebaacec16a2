package org.examledger.query.statistics;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Gives numbers as many decimals as a reader can use. */
final class Rounded {
    private Rounded() {}

    static double to(int decimals, double value) {
        var scale = Math.pow(10, decimals);
        // Never "-0.0".
        return Math.round(value * scale) / scale + 0.0;
    }

    static @Nullable Double to(int decimals, OptionalDouble value) {
        return value.isEmpty() ? null : Double.valueOf(to(decimals, value.getAsDouble()));
    }
}
