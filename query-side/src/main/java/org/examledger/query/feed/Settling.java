package org.examledger.query.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does what facts have left to be done, part by part, while the projections go on between the parts. Any process may be
 * at it; the row with the model's position lets one at a time do a part, and none while a batch is folded.
 */
final class Settling implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final long LOOK_EACH_MILLIS = 250;
    private static final long AFTER_A_FAILURE_MILLIS = 2_000;

    private final List<SettlingProjection> projections;
    private final ReadPositions positions;
    private final TransactionOperations transactions;
    private volatile @Nullable Thread worker;

    Settling(List<Projection> projections, ReadPositions positions, TransactionOperations transactions) {
        this.projections = projections.stream()
                .filter(SettlingProjection.class::isInstance)
                .map(SettlingProjection.class::cast)
                .toList();
        this.positions = positions;
        this.transactions = transactions;
    }

    private void work() {
        var next = 0L;
        while (isMyTurn() && pause(next)) {
            next = settleAll();
        }
    }

    /** Milliseconds until the next look. */
    private long settleAll() {
        try {
            projections.forEach(this::settle);
            return LOOK_EACH_MILLIS;
        } catch (RuntimeException e) {
            if (!isMyTurn()) {
                return 0;
            }
            LOG.warn("What is left to be done will be tried again", e);
            return AFTER_A_FAILURE_MILLIS;
        }
    }

    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private void settle(SettlingProjection projection) {
        var more = true;
        while (more && isMyTurn()) {
            more = settleSome(projection);
        }
    }

    /** An interruption can get lost on the way through a driver; that it was stopped cannot. */
    private boolean isMyTurn() {
        return worker == Thread.currentThread();
    }

    private boolean settleSome(SettlingProjection projection) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            positions.writeLightly();
            // The position first, as projections do: whoever exchanges tables locks it, and then the tables.
            positions.holdUp(projection.model());
            return projection.settle();
        }));
    }

    @Override
    public void start() {
        var thread = Thread.ofPlatform().name("settling").daemon().unstarted(this::work);
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = worker;
        worker = null;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
