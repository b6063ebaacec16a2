package org.examledger.query.statistics;

import java.util.OptionalDouble;

/**
 * Pearson's correlation of two quantities, computed while they come in one after the other (Welford's recurrences, whose
 * sums of squares are exactly 0 when all values are equal). Where one of them is 0 or 1, it is the point-biserial one.
 */
final class Correlation {
    private long count;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    void add(double x, double y) {
        count++;
        var fromOldX = x - meanX;
        var fromOldY = y - meanY;
        meanX += fromOldX / count;
        meanY += fromOldY / count;
        squaresX += fromOldX * (x - meanX);
        squaresY += fromOldY * (y - meanY);
        products += fromOldX * (y - meanY);
    }

    /** Absent when one of them never differs. */
    OptionalDouble value() {
        return squaresX == 0 || squaresY == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(products / Math.sqrt(squaresX * squaresY));
    }
}
