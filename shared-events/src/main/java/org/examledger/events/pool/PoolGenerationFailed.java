package org.examledger.events.pool;

import java.util.UUID;
import org.examledger.events.Remembered;

/** A generation brought no questions; what the pool held before, it still holds. */
@Remembered(name = "PoolGenerationFailed")
public record PoolGenerationFailed(UUID generationId, String reason) implements PoolFact {}
