package org.examledger.query.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the rows of models anew beside the live ones: reads the log once, gives each page to all of the projections at
 * the same time while it reads the next one, and lets each model's new rows take the place of the old ones when they
 * have caught up.
 */
final class Rebuild {
    /** The larger, the more clicks of one session are folded to one row; two pages are in memory at a time. */
    static final int PAGE = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    private final Parts parts;
    private final RebuildProgress progress;
    private long reported = System.nanoTime();

    Rebuild(Parts parts, RebuildProgress progress) {
        this.parts = parts;
        this.progress = progress;
    }

    /** Rebuilds these models, beginning with the first fact; comes back when each has taken over or failed. */
    void run(UUID run, Collection<Projection> projections) throws InterruptedException {
        var nanosReading = new AtomicLong();
        var models =
                projections.stream().map(it -> new Replacement(it, run, parts)).toList();
        try (var threads = Threads.of(models.size() + 1)) {
            var goal = goal();
            threads.all(models, it -> it.begin(goal));
            readAll(threads, models, nanosReading);
            threads.all(models, Replacement::finish);
        } catch (ExecutionException unreadable) {
            models.stream().filter(it -> !it.failed()).forEach(it -> it.fail(unreadable));
        }
        LOG.info(
                "Reading the log took {} ms",
                Duration.ofNanos(nanosReading.get()).toMillis());
    }

    private long goal() {
        var head = parts.log().createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }

    private void readAll(Threads threads, List<Replacement> models, AtomicLong nanos)
            throws InterruptedException, ExecutionException {
        LogPages.Wanted wanted =
                kind -> models.stream().anyMatch(it -> it.projection().concerns(kind));
        try (var log = new LogPages(parts.log(), 0, wanted)) {
            long position = 0;
            var next = threads.later(() -> read(log, nanos));
            for (var page = next.get(); page.position() > position; page = next.get()) {
                position = page.position();
                next = threads.later(() -> read(log, nanos));
                var taken = page;
                threads.all(models, it -> it.take(taken));
                if (models.stream().allMatch(Replacement::failed)) {
                    return;
                }
                report();
            }
        }
    }

    private static LogPages.Page read(LogPages log, AtomicLong nanos) {
        var start = System.nanoTime();
        var page = log.next(PAGE);
        nanos.addAndGet(System.nanoTime() - start);
        return page;
    }

    private void report() {
        if (System.nanoTime() - reported > BETWEEN_REPORTS.toNanos()) {
            reported = System.nanoTime();
            progress.lines().stream()
                    .filter(it -> it.state() == RebuildProgress.State.RUNNING)
                    .forEach(line -> LOG.info("Rebuilding {}", line));
        }
    }

    /** What a rebuild works with. */
    record Parts(
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TransactionOperations transactions,
            ReadPositions positions,
            RebuildRuns runs,
            JdbcClient jdbc) {}

    /** One thread for the log and one for each model. */
    private record Threads(ExecutorService pool) implements AutoCloseable {
        static Threads of(int count) {
            return new Threads(Executors.newFixedThreadPool(
                    count, Thread.ofPlatform().name("rebuild-", 1).daemon().factory()));
        }

        <T> Future<T> later(Callable<T> work) {
            return pool.submit(work);
        }

        void all(List<Replacement> models, Consumer<Replacement> step) throws InterruptedException, ExecutionException {
            var steps = models.stream()
                    .map(it -> Executors.callable(() -> step.accept(it)))
                    .toList();
            for (var done : pool.invokeAll(steps)) {
                done.get();
            }
        }

        @Override
        public void close() {
            pool.shutdownNow();
            pool.close();
        }
    }
}
