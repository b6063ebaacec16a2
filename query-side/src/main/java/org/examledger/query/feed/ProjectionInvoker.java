package org.examledger.query.feed;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Collects the events of a batch and hands them to a projection at once, just before the batch is committed.
 *
 * <p>It takes every event, also those the projection has no use for: a processor that skips events stores its token
 * seconds later, and whoever waits for a position would wait in vain.
 */
final class ProjectionInvoker implements EventHandlerInvoker {
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
        var position = Messages.positionOf(message);
        batch.seen(position);
        var kind = Messages.kindOf(message, position);
        if (projection.concerns(kind)) {
            batch.facts.add(Messages.recorded(message, kind, position));
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
            positions.writeLightly();
            requireNoHole(batch);
            // The position first: whoever puts new tables in the place of the live ones locks it, and then the tables.
            positions.store(projection.model(), batch.position);
            if (!batch.facts.isEmpty()) {
                projection.apply(batch.facts);
            }
        } catch (Error error) {
            // Axon rolls back for exceptions only in this phase; an Error would leave the transaction on the thread.
            throw new ProjectionFailed(projection.model(), error);
        }
    }

    /**
     * Positions have no gaps, so a batch begins at the latest right behind what was taken in. One that does not shows that the
     * database has lost what this process still remembers (it crashed); the processor fails and fetches its token again.
     */
    private void requireNoHole(Batch batch) {
        var reached = positions.of(projection.model());
        if (batch.first > reached + 1) {
            throw new IllegalStateException("The read model " + projection.model() + " stands at position " + reached
                    + " in the database, and what comes next begins at " + batch.first);
        }
    }

    private static final class Batch {
        private final List<Recorded> facts = new ArrayList<>();
        private long first = Long.MAX_VALUE;
        private long position;

        private void seen(long next) {
            first = Math.min(first, next);
            position = Math.max(position, next);
        }
    }
}
