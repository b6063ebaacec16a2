package org.examledger.query.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far each read model has come, and waiting until it has come far enough.
 *
 * <p>Projections in this process wake those who wait right after their commit. A projection in another process is
 * noticed by asking the table; all who wait share one such question each {@value #POLL_MILLIS} ms.
 */
public final class ReadPositions {
    /** A process that stands still within a transaction loses it, and with it the locks for which others wait. */
    static final String END_WHEN_IDLE = "SET LOCAL idle_in_transaction_session_timeout TO '5s'";

    private static final long POLL_MILLIS = 25;

    private final JdbcClient jdbc;
    private final Map<String, Long> known = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long nextPoll = System.nanoTime();

    public ReadPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The position up to which a model's rows are made, as the current transaction sees it; 0 when nothing is. */
    public long of(String model) {
        return jdbc.sql("SELECT position FROM read_position WHERE model = ?")
                .param(model)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Has rebuilt tables wait until this transaction has ended. The first statement of a reader, because it takes no
     * snapshot: a reader that had one when tables are exchanged would look for old rows in new tables.
     */
    void holdStill() {
        jdbc.sql("LOCK TABLE read_position IN ACCESS SHARE MODE").update();
    }

    /** Waits until all readers and projections have ended theirs, and has others wait for this transaction. */
    void stopAll() {
        jdbc.sql("LOCK TABLE read_position IN ACCESS EXCLUSIVE MODE").update();
    }

    /**
     * What this transaction writes can be made again from the log. So its commit need not wait for the disk; and a process that
     * stands still within it, because it was stopped or cannot be reached, loses it with its locks to one that goes on.
     */
    void writeLightly() {
        jdbc.sql("SET LOCAL synchronous_commit TO off; " + END_WHEN_IDLE).update();
    }

    void store(String model, long position) {
        jdbc.sql("""
                INSERT INTO read_position (model, position) VALUES (?, ?)
                ON CONFLICT (model) DO UPDATE SET position = greatest(read_position.position, excluded.position)
                """).param(model).param(position).update();
    }

    /** Keeps a model's projection, in whatever process, from writing until this transaction has ended. */
    void holdUp(String model) {
        jdbc.sql("SELECT position FROM read_position WHERE model = ? FOR UPDATE")
                .param(model)
                .query(Long.class)
                .optional();
    }

    void forget(String model) {
        jdbc.sql("DELETE FROM read_position WHERE model = ?").param(model).update();
    }

    /** Says that a position was committed, or found to be another one than was thought. */
    void moved(String model, long position) {
        lock.lock();
        try {
            known.put(model, position);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all these models have reached a position.
     *
     * @return whether they have within the patience
     */
    boolean await(Collection<String> models, long position, Duration patience) throws InterruptedException {
        var giveUp = System.nanoTime() + patience.toNanos();
        while (!haveReached(models, position)) {
            var left = giveUp - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            if (!sleepUntilMoved(Math.min(left, TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS)))) {
                pollWhenDue();
            }
        }
        return true;
    }

    private boolean haveReached(Collection<String> models, long position) {
        return models.stream().allMatch(model -> known.getOrDefault(model, 0L) >= position);
    }

    private boolean sleepUntilMoved(long nanos) throws InterruptedException {
        lock.lock();
        try {
            return moved.awaitNanos(nanos) > 0;
        } finally {
            lock.unlock();
        }
    }

    private void pollWhenDue() {
        lock.lock();
        try {
            var now = System.nanoTime();
            if (now < nextPoll) {
                return;
            }
            nextPoll = now + TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
        } finally {
            lock.unlock();
        }
        jdbc.sql("SELECT model, position FROM read_position")
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .forEach(it -> moved(it.getKey(), it.getValue()));
    }
}
