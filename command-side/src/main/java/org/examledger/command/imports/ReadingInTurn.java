package org.examledger.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.examledger.command.handling.Refusal;
import org.examledger.command.http.Problem;
import org.springframework.web.ErrorResponseException;

/**
 * Reads few files at once. Each may be held several times over while it is read, so it is let into the memory only when
 * its turn has come; and reading computes for long, which a thread of a request would do on one of the few carriers that
 * all requests share.
 */
final class ReadingInTurn {
    static final int AT_ONCE = 2;

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final ExecutorService threads = threads();
    private final Duration patience;
    private final Duration longest;

    /**
     * @param patience how long a file may wait for its turn
     * @param longest how long its reading may take
     */
    ReadingInTurn(Duration patience, Duration longest) {
        this.patience = patience;
        this.longest = longest;
    }

    /** What is made of a body. */
    interface Reading<T> {
        T read(byte[] body) throws UnreadableFile;
    }

    /**
     * Reads a body when its turn has come.
     *
     * @throws IOException when the body cannot be had
     * @throws ErrorResponseException {@code unavailable} when it waits or takes too long
     */
    <T> T read(InputStream body, Reading<T> reading) throws IOException, UnreadableFile {
        takeTurn();
        var begun = false;
        Future<T> result;
        try {
            var bytes = body.readAllBytes();
            result = threads.submit(() -> inTurn(bytes, reading));
            begun = true;
        } finally {
            if (!begun) {
                turns.release();
            }
        }
        return await(result);
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw unavailable("Other files are being read; nothing was stored. Send this one again.");
    }

    /** The turn ends with the reading, also where nobody waits for it any more. */
    private <T> T inTurn(byte[] bytes, Reading<T> reading) throws UnreadableFile {
        try {
            return reading.read(bytes);
        } finally {
            turns.release();
        }
    }

    private <T> T await(Future<T> result) throws UnreadableFile {
        try {
            return result.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case UnreadableFile unreadable -> throw unreadable;
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (TimeoutException slow) {
            throw unavailable(
                    "Reading the file takes too long; nothing was stored. Divide it, or send it again later.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unavailable("The service is stopping; nothing was stored. Send the file again.");
        }
    }

    private static ErrorResponseException unavailable(String detail) {
        return Problem.of(Refusal.of(Refusal.Code.UNAVAILABLE, detail));
    }

    /** They end when there is nothing to read, and never keep the service from ending. */
    private static ExecutorService threads() {
        var threads = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                IDLE.toNanos(),
                TimeUnit.NANOSECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("import-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
