package org.examledger.command.pool;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a pool says after a command.
 *
 * @param questions how many it holds
 * @param generationId the generation that the command started, joined or ended
 */
record PoolReceipt(
        Outcome outcome,
        int revision,
        int questions,
        @Nullable UUID generationId) {
    enum Outcome {
        PUBLISHED,
        UNCHANGED,
        STARTED,
        JOINED,
        FAILED,
        /** A result came after its generation had been given up, or after another one. */
        OVERTAKEN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
