package org.examledger.query.proof;

import java.util.List;
import java.util.OptionalLong;

/** The log as those read it who prove or check it: as it is stored. */
public interface ProvenLog {
    /** The position that was given out last; 0 for an empty log. */
    long head();

    /** The same log, read without anything that this process remembers of it. */
    ProvenLog afresh();

    /**
     * Rows after a position, in order, as many as fit into memory well; none at the end of the log.
     *
     * @throws UnreadableRow when the next one cannot be read
     */
    List<LoggedRow> rowsAfter(long position);

    /** Rows of a stream after a sequence (-1: from the first), in order, as many as fit into memory well. */
    List<LoggedRow> rowsOf(String stream, long afterSequence);

    /** Position and hash of at most {@code limit} rows after a position, in order. */
    List<Seal> sealsAfter(long position, int limit);

    /** Where a row of a stream stands; empty when there is none. */
    OptionalLong positionOf(String stream, int sequence);

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Seal(long position, byte[] hash) {}
}
