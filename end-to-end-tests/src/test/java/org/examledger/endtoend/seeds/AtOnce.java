package org.examledger.endtoend.seeds;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.Reply;

/** Sends what crosses each other on its way. */
final class AtOnce {
    private AtOnce() {}

    /** The replies, in the order of the calls. */
    static List<Reply> send(List<Callable<Reply>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The position of the newest row that these receipts name. */
    static long newest(List<Reply> replies) {
        return replies.stream()
                .mapToLong(reply -> reply.as(Receipt.class).position())
                .max()
                .orElseThrow();
    }
}
