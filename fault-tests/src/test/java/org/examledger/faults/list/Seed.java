package org.examledger.faults.list;

import java.util.Random;

/** Where chance begins; told with each verdict, so that a run can be repeated as far as threads allow. */
public final class Seed {
    private Seed() {}

    /** {@code -Dfaults.seed=…}, or another one each time. */
    public static long next() {
        var given = Long.getLong("faults.seed");
        return given != null ? given : new Random().nextInt(1, 1_000_000);
    }
}
