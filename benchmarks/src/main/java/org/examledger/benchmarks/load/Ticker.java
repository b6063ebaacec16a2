package org.examledger.benchmarks.load;

import java.util.concurrent.locks.LockSupport;

/** The time of an open loop, so that its accounting can be tested without waiting. */
interface Ticker {
    long nanos();

    void sleepUntil(long nanos);

    Ticker REAL = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleepUntil(long nanos) {
            for (var left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    };
}
