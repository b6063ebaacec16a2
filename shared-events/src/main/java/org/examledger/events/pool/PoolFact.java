package org.examledger.events.pool;

import org.examledger.events.Fact;

/** Everything that can happen on a {@code pool:} stream. */
public sealed interface PoolFact extends Fact permits PoolGenerationRequested, PoolPublished, PoolGenerationFailed {}
