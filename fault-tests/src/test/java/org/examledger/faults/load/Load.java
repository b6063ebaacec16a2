package org.examledger.faults.load;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Workers of an exam at their pages at once. */
public final class Load implements AutoCloseable {
    private final Teller teller;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    private Load(Teller teller) {
        this.teller = teller;
    }

    /**
     * Begins.
     *
     * @param workers so many of the exam's, the first ones
     * @param perSecond requests of all workers together, as far as they are answered in time
     */
    public static Load begin(Teller teller, Exam exam, int workers, double perSecond, long seed) {
        var load = new Load(teller);
        var random = new Random(seed);
        var pause = 1_000.0 * workers / perSecond;
        for (var index = 0; index < workers; index++) {
            var handsIn = index % 2 == 1;
            var sitting = new Sitting(teller, exam.seats().get(index), index, random.nextLong());
            load.threads.execute(() -> {
                try {
                    sitting.run(() -> pause, () -> load.stopped, handsIn);
                } catch (InterruptedException | RuntimeException broken) {
                    load.failure.compareAndSet(null, broken);
                }
            });
        }
        return load;
    }

    public Teller teller() {
        return teller;
    }

    /** Lets everybody finish: what was begun is repeated until its outcome is known; false when it never is. */
    public boolean finish(Duration patience) throws InterruptedException {
        stopped = true;
        threads.shutdown();
        var done = threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (!done) {
            teller.giveUp();
            threads.shutdownNow();
        }
        var broken = failure.get();
        if (broken != null) {
            throw new IllegalStateException("a load client broke", broken);
        }
        return done;
    }

    @Override
    public void close() {
        stopped = true;
        teller.giveUp();
        threads.shutdownNow();
    }
}
