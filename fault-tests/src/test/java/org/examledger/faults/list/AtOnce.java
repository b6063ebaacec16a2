package org.examledger.faults.list;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many at the same moment. */
final class AtOnce {
    private AtOnce() {}

    /** Begins with all when each of them is ready, and returns when all are done. */
    static <T> List<T> all(int count, IntFunction<T> task) throws InterruptedException, ExecutionException {
        var ready = new CountDownLatch(count);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var index = 0; index < count; index++) {
                var number = index;
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return task.apply(number);
                }));
            }
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        }
    }
}
