package org.examledger.benchmarks.machine;

import java.util.ArrayDeque;
import java.util.Deque;

/** Stops everything that was started, newest first, however the run ends. */
public final class Leftovers {
    private static final Deque<AutoCloseable> STARTED = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::stop, "stop-everything"));
    }

    private Leftovers() {}

    public static synchronized void stopAtTheEnd(AutoCloseable started) {
        STARTED.push(started);
    }

    private static synchronized void stop() {
        while (!STARTED.isEmpty()) {
            try {
                STARTED.pop().close();
            } catch (Exception failure) {
                System.err.println("could not be stopped: " + failure);
            }
        }
    }
}
