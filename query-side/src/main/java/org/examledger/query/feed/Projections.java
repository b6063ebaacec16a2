package org.examledger.query.feed;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.context.SmartLifecycle;

/** All projections of this process: starts and stops them with the application, and has them rebuilt on request. */
public final class Projections implements SmartLifecycle {
    private final Map<String, PooledStreamingEventProcessor> processors;
    private final Rebuilds rebuilds;
    private volatile boolean running;

    Projections(Map<String, PooledStreamingEventProcessor> processors, Rebuilds rebuilds) {
        this.processors = processors;
        this.rebuilds = rebuilds;
    }

    /**
     * Has all rows of a model made again from the first fact on, by this process or another one that is at it already.
     * Comes back at once. Until the new rows have caught up, everybody sees the old ones, which go on meanwhile;
     * {@link RebuildProgress} says how far it is.
     *
     * @throws IllegalArgumentException when there is no such model
     */
    public void rebuild(String model) {
        if (!processors.containsKey(model)) {
            throw new IllegalArgumentException("There is no read model " + model);
        }
        rebuilds.request(List.of(model));
    }

    /** The same for all models; the log is read once for all of them. */
    public void rebuildAll() {
        rebuilds.request(processors.keySet());
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
