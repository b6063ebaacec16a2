package org.examledger.architecture.planted.walls.proof.offline;

import org.examledger.architecture.planted.walls.store.StoreThatKnowsFacts;

/** Planted: a verifier with a database. */
record VerifierThatKnowsTheStore(StoreThatKnowsFacts store) {}
