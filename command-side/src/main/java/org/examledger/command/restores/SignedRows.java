package org.examledger.command.restores;

import java.util.Optional;

/** What the checkpoints outside the database say that the log should hold. */
public interface SignedRows {
    /** Rows that were signed, are not there as they were, and that nobody has declared lost; empty when all is well. */
    Optional<Lost> lost();

    /** Positions from one to another. */
    record Lost(long from, long to) {}
}
