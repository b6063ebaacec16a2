package org.examledger.endtoend.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Server-sent events, read as a browser reads them. */
public final class EventStream implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Thread reader;

    /** @param id to be told as Last-Event-ID by who comes back */
    public record Event(long id, String name, JsonNode data) {}

    EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        var fields = new HashMap<String, String>();
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (fields.containsKey("data")) {
                        events.add(new Event(
                                Long.parseLong(fields.getOrDefault("id", "0")),
                                fields.getOrDefault("event", "message"),
                                Json.MAPPER.readTree(fields.getOrDefault("data", "null"))));
                    }
                    fields.clear();
                } else if (!line.startsWith(":")) {
                    var parts = line.split(": ", 2);
                    fields.put(parts[0], parts[1]);
                }
            }
        } catch (IOException ended) {
            // Whoever waits for more finds that the stream is over.
        }
    }

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The next event like this; those before it are passed over. */
    public Event next(Predicate<Event> like) {
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                var event = events.poll(giveUp - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new AssertionError("no such event within " + PATIENCE);
                }
                if (like.test(event)) {
                    return event;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public Event next() {
        return next(event -> true);
    }

    /** Whether the other side has ended it. */
    public boolean isOver() {
        return !reader.isAlive();
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
        }
    }
}
