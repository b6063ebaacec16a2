package org.examledger.endtoend.examlog;

import java.util.concurrent.ThreadLocalRandom;

/** A new seed for each run, printed; {@code -Dseed} repeats one. */
public final class TestSeed {
    private TestSeed() {}

    public static long of(Class<?> test) {
        var given = Long.getLong("seed");
        var seed = given != null ? given : ThreadLocalRandom.current().nextLong(1_000_000);
        System.out.println(test.getSimpleName() + " seed " + seed + " (repeat with -Dseed=" + seed + ")");
        return seed;
    }
}
