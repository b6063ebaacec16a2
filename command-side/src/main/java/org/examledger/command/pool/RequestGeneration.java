package org.examledger.command.pool;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Have questions brought for a pool, or join whoever asked for them already.
 *
 * @param generationId what a generation that starts now is called
 */
record RequestGeneration(
        PoolTitle title, UUID generationId, @Nullable UUID commandId) implements PoolCommand {}
