package org.examledger.endtoend.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Talks HTTP/1.1 with kept connections, one virtual thread a call. A call whose outcome is unknown (connection lost,
 * 503, 429) is sent again byte for byte until it is known or patience ends.
 */
public final class LedgerClient implements AutoCloseable {
    public static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(3);
    private static final String DEMO_PASSWORD = "demo";
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final URI baseUrl;
    private final Duration patience;
    private final Duration answerWithin;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final LongAdder unknownOutcomes = new LongAdder();
    private final LongAdder putOff = new LongAdder();
    private volatile boolean closed;

    public LedgerClient(URI baseUrl) {
        this(baseUrl, DEFAULT_PATIENCE);
    }

    public LedgerClient(URI baseUrl, Duration patience) {
        this(baseUrl, patience, Call.TIMEOUT);
    }

    /** @param answerWithin how long one request may stay without an answer before its connection counts as lost */
    public LedgerClient(URI baseUrl, Duration patience, Duration answerWithin) {
        this.baseUrl = baseUrl;
        this.patience = patience;
        this.answerWithin = answerWithin;
    }

    public URI baseUrl() {
        return baseUrl;
    }

    /** A demo user's token, asked for once. */
    public String token(String username) {
        var known = tokens.get(username);
        if (known != null) {
            return known;
        }
        var fresh = send(Call.post(Paths.DEMO_TOKEN, new SignIn(username, DEMO_PASSWORD)))
                .as(AccessToken.class)
                .accessToken();
        tokens.put(username, fresh);
        return fresh;
    }

    public Reply sendAs(String username, Call call) {
        return send(call.as(token(username)));
    }

    /**
     * Sends until the outcome is known.
     *
     * @throws GaveUp when it still is not after all patience
     */
    public Reply send(Call call) {
        var deadline = System.nanoTime() + patience.toNanos();
        for (var attempt = 1; ; attempt++) {
            var pause = Math.min(LONGEST_PAUSE_MILLIS, 10L << Math.min(attempt, 6));
            String last;
            IOException lost = null;
            try {
                var reply = once(call);
                if (!reply.asksToRepeat()) {
                    return reply;
                }
                (reply.status() == 429 ? putOff : unknownOutcomes).increment();
                pause = Math.max(pause, retryAfterMillis(reply));
                last = reply.status() + " " + reply.text();
            } catch (IOException connectionLost) {
                unknownOutcomes.increment();
                last = connectionLost.toString();
                lost = connectionLost;
            }
            if (closed || System.nanoTime() + Duration.ofMillis(pause).toNanos() > deadline) {
                throw new GaveUp(call, last, lost);
            }
            pause(pause);
        }
    }

    /** Sends once, whatever comes of it. */
    public Reply once(Call call) throws IOException {
        try {
            return Reply.of(http.send(call.to(baseUrl, answerWithin), BodyHandlers.ofByteArray()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** Opens a stream of events and comes back with its head. */
    public EventStream open(Call call) {
        try {
            return new EventStream(http.send(call.to(baseUrl, answerWithin), BodyHandlers.ofInputStream()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opening a stream", interrupted);
        }
    }

    /** How many times a connection was lost or 503 came back. */
    public long unknownOutcomes() {
        return unknownOutcomes.sum();
    }

    /** How many times 429 came back. */
    public long putOff() {
        return putOff.sum();
    }

    private static long retryAfterMillis(Reply reply) {
        return reply.header("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Long.parseLong(seconds) * 1_000)
                .orElse(0L);
    }

    /** Jitter keeps those who were cut off together from coming back together. */
    private static void pause(long millis) {
        try {
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(1 + millis / 2));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to repeat a call", interrupted);
        }
    }

    /** Whoever still waits for an outcome gives up. */
    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }

    private record SignIn(String username, String password) {}

    private record AccessToken(String accessToken) {}
}
