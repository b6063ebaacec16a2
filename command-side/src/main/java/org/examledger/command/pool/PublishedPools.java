package org.examledger.command.pool;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.examledger.events.StreamId;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.pool.PoolPublished;
import org.examledger.events.rules.PoolName;

/** Reads what a pool holds from its stream. */
final class PublishedPools implements PoolsAtHand {
    private final EventStore facts;

    PublishedPools(EventStore facts) {
        this.facts = facts;
    }

    @Override
    public List<ExamQuestion> questionsOf(PoolName pool) {
        var questions = List.<ExamQuestion>of();
        for (var events = facts.readEvents(StreamId.ofPool(pool.path())); events.hasNext(); ) {
            if (events.next().getPayload() instanceof PoolPublished published) {
                questions = published.questions();
            }
        }
        return questions;
    }
}
