package org.examledger.endtoend.exams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Many people at the same time, and only so many that the machine of a test can bear them. */
public final class Crowd {
    private static final int AT_ONCE = 48;

    private Crowd() {}

    /** What each of them brings back, in their order; the first failure is everybody's. */
    public static <T, R> List<R> each(Collection<T> members, Function<T, R> task) {
        var seats = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = members.stream()
                    .map(member -> threads.submit(() -> {
                        seats.acquire();
                        try {
                            return task.apply(member);
                        } finally {
                            seats.release();
                        }
                    }))
                    .toList();
            var results = new ArrayList<R>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new AssertionError("one of the crowd failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
