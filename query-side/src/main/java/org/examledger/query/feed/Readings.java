package org.examledger.query.feed;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads rows that are at least as new as the caller asks for, and says how new they are.
 *
 * <p>The position is the first thing read in a read-only transaction of isolation REPEATABLE READ, and the rows follow
 * in the same one. A projection commits its rows and its position together, so both come from one snapshot: neither can
 * a row be newer than the position says, nor older. Until it ends, no rebuilt tables take the place of those it reads.
 * What is computed from several models is as new as the oldest of them.
 */
public final class Readings {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReadPositions positions;
    private final TransactionTemplate snapshot;
    private final Duration patience;

    Readings(ReadPositions positions, PlatformTransactionManager transactions) {
        this(positions, transactions, PATIENCE);
    }

    Readings(ReadPositions positions, PlatformTransactionManager transactions, Duration patience) {
        this.positions = positions;
        this.patience = patience;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Reads as soon as all models have reached a position.
     *
     * @param atLeast the position as the caller wrote it; absent = as it is now
     * @throws org.springframework.web.ErrorResponseException 400 when that is no position, 503 when the models do not
     *     get there within two seconds
     */
    public <T> Reading<T> read(List<String> models, @Nullable String atLeast, Supplier<T> rows) {
        var wanted = AtLeast.parse(atLeast);
        var giveUp = System.nanoTime() + patience.toNanos();
        while (true) {
            var reading = snapshot.execute(status -> {
                positions.holdStill();
                return tryRead(models, wanted, rows);
            });
            if (reading != null) {
                return reading;
            }
            waitFor(models, wanted, Duration.ofNanos(giveUp - System.nanoTime()));
        }
    }

    private <T> @Nullable Reading<T> tryRead(List<String> models, long wanted, Supplier<T> rows) {
        var position = Long.MAX_VALUE;
        for (var model : models) {
            var reached = positions.of(model);
            if (reached < wanted) {
                // What was heard of it may be newer than a log that was restored since.
                positions.moved(model, reached);
                return null;
            }
            position = Math.min(position, reached);
        }
        return new Reading<>(rows.get(), position);
    }

    private void waitFor(List<String> models, long wanted, Duration left) {
        try {
            if (!positions.await(models, wanted, left)) {
                throw QueryProblem.notYetThere(wanted);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw QueryProblem.notYetThere(wanted);
        }
    }
}
