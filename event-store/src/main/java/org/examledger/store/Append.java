package org.examledger.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** All rows of one command, stored together or not at all, and the request that waits for them. */
final class Append {

    private final List<StoredEvent> rows;
    private final CompletableFuture<Long> lastPosition = new CompletableFuture<>();

    Append(List<StoredEvent> rows) {
        this.rows = rows;
    }

    List<StoredEvent> rows() {
        return rows;
    }

    void stored(long position) {
        lastPosition.complete(position);
    }

    void failed(RuntimeException failure) {
        lastPosition.completeExceptionally(failure);
    }

    /** Waits for the position of the last row; gives up by itself only when nobody is left to answer. */
    long await(BooleanSupplier someoneWillAnswer) {
        try {
            while (true) {
                try {
                    return lastPosition.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    if (!someoneWillAnswer.getAsBoolean()) {
                        failed(new AppendOutcomeUnknownException("the appender died without an answer", e));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppendOutcomeUnknownException("interrupted while the facts were being stored", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new AppendOutcomeUnknownException("the appender failed", e);
        }
    }
}
