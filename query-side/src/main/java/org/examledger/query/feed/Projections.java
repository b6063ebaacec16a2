package org.examledger.query.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All projections of this process: starts and stops them with the application, and rebuilds one on request. */
public final class Projections implements SmartLifecycle {
    private final Map<String, Projection> projections = new LinkedHashMap<>();
    private final Map<String, PooledStreamingEventProcessor> processors;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final ReadPositions positions;
    private final JdbcClient jdbc;
    private volatile boolean running;

    Projections(
            Iterable<Projection> projections,
            ProjectionFeeds feeds,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TokenStore tokens,
            TransactionManager transactions,
            ReadPositions positions,
            JdbcClient jdbc) {
        this.log = log;
        this.tokens = tokens;
        this.transactions = transactions;
        this.positions = positions;
        this.jdbc = jdbc;
        projections.forEach(it -> this.projections.put(it.model(), it));
        processors = feeds.of(this.projections.values());
    }

    /**
     * Drops all rows of a model and makes them again from the first fact on. Until it has caught up, the model answers
     * with the position it has reached.
     *
     * @throws IllegalArgumentException when there is no such model
     * @throws org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException when another process feeds it
     */
    public synchronized void rebuild(String model) {
        var projection = projections.get(model);
        var processor = processors.get(model);
        if (projection == null || processor == null) {
            throw new IllegalArgumentException("There is no read model " + model);
        }
        processor.shutDown();
        try {
            transactions.executeInTransaction(() -> {
                // Claims the model first, so that no other process writes to it meanwhile.
                tokens.fetchToken(model, 0);
                dropRows(projection);
                positions.forget(model);
                // Not Axon's replay token, which a serializer can read back only with a list of allowed classes.
                tokens.storeToken(log.createTailToken(), model, 0);
            });
            positions.moved(model, 0);
        } finally {
            processor.start();
        }
    }

    /** Not by TRUNCATE: a reader whose snapshot is older must still see the rows that belong to its position. */
    private void dropRows(Projection projection) {
        projection.tables().forEach(table -> jdbc.sql("DELETE FROM " + table).update());
    }

    @Override
    public void start() {
        processors.values().forEach(PooledStreamingEventProcessor::start);
        running = true;
    }

    @Override
    public void stop() {
        CompletableFuture.allOf(processors.values().stream()
                        .map(PooledStreamingEventProcessor::shutdownAsync)
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server takes requests, and until after it has answered the last one. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }
}
