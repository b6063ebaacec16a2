package org.examledger.query.audit;

import java.time.Instant;
import org.examledger.events.Actor;
import org.examledger.events.Fact;
import org.examledger.query.feed.Recorded;

/**
 * A fact read back from the log.
 *
 * @param type its stable name
 * @param payload JSON as stored
 */
public record PastFact(
        String stream, long sequence, long position, Instant at, Actor actor, String type, Fact fact, String payload) {

    Recorded recorded() {
        return new Recorded(stream, fact, actor.person(), at, position);
    }
}
