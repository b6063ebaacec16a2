package org.examledger.faults.wire;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Listens to the log's appender talking to PostgreSQL, and cuts its connection between a commit and the reply that tells of it.
 * PostgreSQL says that it is ready for a query, outside of a transaction, only after the commit of the statement before.
 */
public final class CommitEar implements Ear {
    private static final byte[] APPENDER = "log-appender".getBytes(StandardCharsets.US_ASCII);
    /** How the completion of a statement that gave back rows begins. */
    private static final byte[] ROWS_CAME = "SELECT ".getBytes(StandardCharsets.US_ASCII);
    /** {@code ReadyForQuery}, idle. */
    private static final byte[] READY = {'Z', 0, 0, 0, 5, 'I'};

    /** How many replies are still to be swallowed, and how many were. */
    public static final class Trap {
        private final AtomicInteger wanted = new AtomicInteger();
        private final AtomicInteger swallowed = new AtomicInteger();

        /** Swallows the next replies to commits, one connection each. */
        public void set(int replies) {
            wanted.set(replies);
        }

        public int swallowed() {
            return swallowed.get();
        }

        private boolean springs() {
            if (wanted.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
                return false;
            }
            swallowed.incrementAndGet();
            return true;
        }
    }

    private final Trap trap;
    private volatile boolean appender;

    public CommitEar(Trap trap) {
        this.trap = trap;
    }

    @Override
    public void sent(byte[] bytes, int length) {
        if (!appender && indexOf(APPENDER, bytes, length) >= 0) {
            appender = true;
        }
    }

    @Override
    public boolean cutsBefore(byte[] reply, int length) {
        return appender
                && indexOf(ROWS_CAME, reply, length) >= 0
                && indexOf(READY, reply, length) == length - READY.length
                && trap.springs();
    }

    private static int indexOf(byte[] wanted, byte[] bytes, int length) {
        for (var at = 0; at + wanted.length <= length; at++) {
            var same = 0;
            while (same < wanted.length && bytes[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }
}
