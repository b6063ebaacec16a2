package org.examledger.endtoend.replay;

import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Many on virtual threads, only so many at once. */
final class Parallel {
    private Parallel() {}

    /** Returns when all are done. The task must not throw. */
    static <T> void forEach(Collection<T> members, int atOnce, Consumer<T> task) {
        var seats = new Semaphore(atOnce);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var member : members) {
                threads.execute(() -> {
                    seats.acquireUninterruptibly();
                    try {
                        task.accept(member);
                    } finally {
                        seats.release();
                    }
                });
            }
        }
    }
}
