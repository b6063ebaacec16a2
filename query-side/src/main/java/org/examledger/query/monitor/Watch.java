package org.examledger.query.monitor;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One exam that is being watched: one thread looks at it, however many are told what it sees. Nothing is kept for each of
 * them; whoever is slow asks later, and hears what changed meanwhile or sees everything anew.
 */
final class Watch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final UUID examId;
    private final Monitor monitor;
    private final Pace pace;
    private final ReentrantLock looking = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile @Nullable Frame newest;
    private volatile long lookedAt;
    private int watchers;
    private boolean over;

    Watch(UUID examId, Monitor monitor, Pace pace) {
        this.examId = examId;
        this.monitor = monitor;
        this.pace = pace;
    }

    /** @return whether one more can watch; not when this is over */
    boolean join() {
        lock.lock();
        try {
            if (!over) {
                watchers++;
                changed.signalAll();
            }
            return !over;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            watchers--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Has those who wait ask whether they still shall. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A look that is not old, of whoever took it, and that saw everything up to a position that can be seen. */
    Frame fresh(long position) {
        return look(pace.fresh(), position);
    }

    /** @param good how old a look may be that another thread has taken */
    private Frame look(Duration good, long position) {
        looking.lock();
        try {
            var known = newest;
            if (known != null && isYounger(good) && known.position() >= position) {
                return known;
            }
            var sight = monitor.look(examId, known == null ? null : known.board());
            var next = known == null ? Frame.first(sight) : known.next(sight, pace.looks());
            newest = next;
            lookedAt = System.nanoTime();
            if (known == null || next.version() != known.version()) {
                wake();
            }
            return next;
        } finally {
            looking.unlock();
        }
    }

    private boolean isYounger(Duration age) {
        return System.nanoTime() - lookedAt < age.toNanos();
    }

    /**
     * Waits for what is newer than a version.
     *
     * @param notBefore and {@code until}: by {@link System#nanoTime}
     * @return absent when there is nothing until then, or as soon as nobody waits any more
     */
    @Nullable
    Frame after(long version, long notBefore, long until, BooleanSupplier ended) throws InterruptedException {
        lock.lock();
        try {
            while (!over && !ended.getAsBoolean()) {
                var now = System.nanoTime();
                var known = newest;
                var isNews = known != null && known.version() != version;
                if (isNews && now - notBefore >= 0) {
                    return known;
                }
                if (now - until >= 0) {
                    return null;
                }
                var unused = changed.awaitNanos(Math.min(until - now, isNews ? notBefore - now : until - now));
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** Looks for as long as somebody watches. */
    @Override
    public void run() {
        try {
            var failingSince = 0L;
            while (awaitTheNextLook()) {
                try {
                    var unused = look(pace.look().dividedBy(2), 0);
                    failingSince = 0;
                } catch (RuntimeException failure) {
                    if (failingSince == 0) {
                        failingSince = System.nanoTime();
                        LOG.warn("Exam {} cannot be watched now: {}", examId, failure.toString());
                    } else if (System.nanoTime() - failingSince
                            > pace.patience().toNanos()) {
                        // A picture that only grows old is worse than none: whoever watches shall see that it is away.
                        return;
                    }
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /** @return whether there shall be one; not when nobody has watched for long */
    private boolean awaitTheNextLook() throws InterruptedException {
        lock.lock();
        try {
            sleep(pace.look(), () -> false);
            if (watchers == 0 && newest != null) {
                sleep(pace.memory(), () -> watchers > 0);
            }
            over = over || watchers == 0;
            return !over;
        } finally {
            lock.unlock();
        }
    }

    private void sleep(Duration atMost, BooleanSupplier enough) throws InterruptedException {
        var left = atMost.toNanos();
        while (left > 0 && !over && !enough.getAsBoolean()) {
            left = changed.awaitNanos(left);
        }
    }

    /** Has everybody who watches leave. */
    void end() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    static long nanosFromNow(Duration time) {
        return System.nanoTime() + Math.min(time.toNanos(), TimeUnit.DAYS.toNanos(1));
    }
}
