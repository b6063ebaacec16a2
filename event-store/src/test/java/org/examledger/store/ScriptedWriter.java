package org.examledger.store;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A writer that stores nothing and does what a test tells it: wait, fail, or refuse one guilty row. */
final class ScriptedWriter implements LogWriter {

    static final StoredEvent GUILTY = StoredEvent.sealed("guilty", 0, 0, Opened.TYPE, new byte[0], new byte[0]);

    interface Step {
        void run() throws SQLException;
    }

    private final AtomicReference<Step> next = new AtomicReference<>(() -> {});
    private final AtomicInteger opened = new AtomicInteger();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean held;
    private volatile boolean refusing;
    private volatile boolean closed;
    private volatile boolean broken;
    private long position;

    LogWriter opened() throws SQLException {
        if (refusing) {
            throw new SQLException("nobody listens", "08001");
        }
        opened.incrementAndGet();
        closed = false;
        broken = false;
        return this;
    }

    @Override
    public long store(List<StoredEvent> rows) throws SQLException {
        awaitRelease();
        try {
            next.getAndSet(() -> {}).run();
        } catch (SQLException e) {
            broken = String.valueOf(e.getSQLState()).startsWith("08");
            throw e;
        }
        if (rows.contains(GUILTY)) {
            throw new SQLException("value too long", "22001");
        }
        batches.add(rows.size());
        position += rows.size();
        return position;
    }

    private void awaitRelease() {
        try {
            held = gate.getCount() > 0;
            gate.await();
            held = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    boolean isHeld() {
        return held;
    }

    void failNext(Step failure) {
        next.set(failure);
    }

    void refuseToOpen(boolean refuse) {
        refusing = refuse;
    }

    int timesOpened() {
        return opened.get();
    }

    List<Integer> batches() {
        return batches;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isAlive() {
        return !broken;
    }

    @Override
    public void close() {
        closed = true;
    }
}
