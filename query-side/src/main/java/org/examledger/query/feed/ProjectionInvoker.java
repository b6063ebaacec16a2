package org.examledger.query.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.examledger.events.Fact;
import org.examledger.events.FactMetadata;
import org.examledger.events.catalog.FactCatalog;

/**
 * Collects the events of a batch and hands them to a projection at once, just before the batch is committed.
 *
 * <p>It takes every event, also those the projection has no use for: a processor that skips events stores its token
 * seconds later, and whoever waits for a position would wait in vain. An event that is no known fact stops the
 * projection: another release wrote it, and skipping it would make the rows wrong for ever.
 */
final class ProjectionInvoker implements EventHandlerInvoker {
    private static final Set<Class<?>> KNOWN = new HashSet<>(
            FactCatalog.entries().stream().map(FactCatalog.Entry::type).toList());

    private final Projection projection;
    private final ReadPositions positions;
    private final ProjectionStatus status;
    private final String batchKey;

    ProjectionInvoker(Projection projection, ReadPositions positions, ProjectionStatus status) {
        this.projection = projection;
        this.positions = positions;
        this.status = status;
        this.batchKey = "batch of " + projection.model();
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        var work = CurrentUnitOfWork.get();
        var batch = work.getOrComputeResource(batchKey, key -> collectIn(work));
        var position = positionOf(message);
        batch.seen(position);
        var kind = kindOf(message, position);
        if (projection.concerns(kind)) {
            batch.facts.add(recorded((DomainEventMessage<?>) message, kind, position));
        }
    }

    private Batch collectIn(UnitOfWork<?> work) {
        var batch = new Batch();
        work.onPrepareCommit(it -> flush(batch));
        work.afterCommit(it -> {
            positions.moved(projection.model(), batch.position);
            status.healed(projection.model());
        });
        return batch;
    }

    private void flush(Batch batch) {
        try {
            if (!batch.facts.isEmpty()) {
                projection.apply(batch.facts);
            }
            positions.store(projection.model(), batch.position);
        } catch (Error error) {
            // Axon rolls back for exceptions only in this phase; an Error would leave the transaction on the thread.
            throw new ProjectionFailed(projection.model(), error);
        }
    }

    private static Class<? extends Fact> kindOf(EventMessage<?> message, long position) {
        var type = message.getPayloadType();
        if (!KNOWN.contains(type)) {
            throw new IllegalStateException("unknown fact at position " + position + ": " + type.getName());
        }
        return type.asSubclass(Fact.class);
    }

    private static Recorded recorded(DomainEventMessage<?> message, Class<? extends Fact> kind, long position) {
        var actor = message.getMetaData().get(FactMetadata.ACTOR);
        return new Recorded(
                message.getAggregateIdentifier(),
                kind.cast(message.getPayload()),
                actor == null ? "" : actor.toString(),
                message.getTimestamp(),
                position);
    }

    static long positionOf(EventMessage<?> message) {
        return ((TrackedEventMessage<?>) message)
                .trackingToken()
                .position()
                .orElseThrow(() -> new IllegalStateException("an event without a position"));
    }

    private static final class Batch {
        private final List<Recorded> facts = new ArrayList<>();
        private long position;

        private void seen(long next) {
            position = Math.max(position, next);
        }
    }
}
