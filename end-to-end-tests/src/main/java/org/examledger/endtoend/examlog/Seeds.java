package org.examledger.endtoend.examlog;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Independent random numbers for each student of one run, so that threads do not change the run. */
public final class Seeds {
    private Seeds() {}

    public static RandomGenerator of(long seed, long member) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + member);
    }
}
