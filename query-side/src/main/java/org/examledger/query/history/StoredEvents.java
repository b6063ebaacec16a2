package org.examledger.query.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log's rows as they are stored, for those who check it. */
public interface StoredEvents {
    /**
     * A stream's rows in order.
     *
     * @param afterSequence exclusive; -1 = from the start
     */
    List<StoredEvent> of(String stream, long afterSequence, int limit);

    /**
     * The rows that a person caused, in the order of the log: at most as many as asked for, and fewer when they are large.
     *
     * @param person opaque id
     * @param afterPosition exclusive; 0 = from the start
     */
    List<StoredAction> by(String person, long afterPosition, int limit);

    /** The position of the newest row of the log; 0 when it is empty. */
    long head();

    /** The time of the row at a position, when there is one. */
    Optional<Instant> timeOf(long position);
}
