package org.examledger.service.operations;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a question was answered a moment ago, so that the many numbers of one scrape cost one look. Nobody but its gauges holds
 * on to it ({@code strongReference}).
 *
 * @param <T> the answer
 */
final class Glimpse<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Glimpse.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(2);

    private final Glimpses all;
    private final Supplier<T> question;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<T> answer = Optional.empty();
    private long asked = System.nanoTime() - GOOD_FOR.toNanos();

    Glimpse(Glimpses all, Supplier<T> question) {
        this.all = all;
        this.question = question;
    }

    /** @return NaN when there is no answer now, which is how a gauge says that it does not know */
    double number(ToDoubleFunction<T> part) {
        return look().map(part::applyAsDouble).orElse(Double.NaN);
    }

    private Optional<T> look() {
        lock.lock();
        try {
            if (System.nanoTime() - asked >= GOOD_FOR.toNanos()) {
                answer = ask();
                asked = System.nanoTime();
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }

    private Optional<T> ask() {
        try {
            return all.mayAsk() ? Optional.of(question.get()) : Optional.empty();
        } catch (RuntimeException failed) {
            all.failed();
            LOG.debug("no numbers now", failed);
            return Optional.empty();
        }
    }
}
