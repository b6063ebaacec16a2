package org.examledger.query.feed;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.Fact;
import org.examledger.events.StreamId;

/**
 * A fact with what its row in the log says about it.
 *
 * @param stream name of its stream
 * @param actor opaque id of the person who acted
 * @param at the row's time
 * @param position the row's place in the whole log
 */
public record Recorded(String stream, Fact fact, String actor, Instant at, long position) {
    /** The session, exam or draft it happened to. */
    public UUID id() {
        return StreamId.idIn(stream);
    }
}
