package org.examledger.architecture.planted.walls.proof;

import tools.jackson.databind.JsonNode;

/** Planted: a proof that does not hold without a library. */
record ProofThatReadsJson(JsonNode json) {}
