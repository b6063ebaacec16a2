package org.examledger.service.operations;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Makes {@link Glimpse}s that know of each other's failures: when the database is away one of them waits for it and the others
 * do not, so that whoever asks for the numbers hears the rest of them in time.
 */
@Component
class Glimpses {
    /** As often as numbers are usually asked for. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(15);

    private volatile long nextTry = System.nanoTime();

    <T> Glimpse<T> of(Supplier<T> question) {
        return new Glimpse<>(this, question);
    }

    boolean mayAsk() {
        return System.nanoTime() - nextTry >= 0;
    }

    void failed() {
        nextTry = System.nanoTime() + LEFT_ALONE.toNanos();
    }
}
