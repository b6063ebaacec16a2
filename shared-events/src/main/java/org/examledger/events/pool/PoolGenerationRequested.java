package org.examledger.events.pool;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * Questions of a pool were asked for; whoever asks for them meanwhile joins this generation (seed 002).
 *
 * @param generationId by which the result is recognised
 * @param technology as it was written
 * @param level as it was written
 */
@Remembered(name = "PoolGenerationRequested")
public record PoolGenerationRequested(
        UUID generationId,
        String technology,
        String level,
        @Nullable UUID commandId) implements PoolFact {}
