package org.examledger.command.pool;

import java.util.UUID;

/** A generation brings no questions. */
record FailGeneration(PoolTitle title, UUID generationId, String reason) implements PoolCommand {}
