package org.examledger.query.world;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** A stream of Axon's log in memory that tells when something has been appended; the original has to be asked. */
final class WakingStream implements BlockingStream<TrackedEventMessage<?>> {
    private final BlockingStream<TrackedEventMessage<?>> original;
    private final Set<Runnable> callbacks;
    private final Runnable before;
    private @Nullable Runnable callback;

    /** @param before called before each reading, to fail in its stead */
    WakingStream(BlockingStream<TrackedEventMessage<?>> original, Set<Runnable> callbacks, Runnable before) {
        this.original = original;
        this.callbacks = callbacks;
        this.before = before;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        callback = onAvailable;
        callbacks.add(onAvailable);
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        before.run();
        return original.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        before.run();
        return original.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        before.run();
        return original.nextAvailable();
    }

    @Override
    public void close() {
        if (callback != null) {
            callbacks.remove(callback);
        }
        original.close();
    }
}
