package org.examledger.service;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.examledger.events.Actor;
import org.examledger.query.http.Download;
import org.examledger.store.LogUnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A controller like those of the two sides, to see what happens around one. */
@RestController
public class ProbeController {
    /** How many requests are held just now. */
    public static final AtomicInteger HELD = new AtomicInteger();

    /** Each permit lets one of them go. */
    public static final Semaphore LET_GO = new Semaphore(0);

    enum Colour {
        RED,
        GREEN
    }

    record Probe(
            int number,
            @Nullable Long big,
            @Nullable String text,
            @Nullable List<Integer> numbers,
            @Nullable Boolean flag,
            @Nullable Instant at,
            @Nullable Colour colour,
            @Nullable UUID id,
            @Nullable JsonNode any) {}

    @PostMapping("/api/v1/probe")
    Probe echo(@RequestBody Probe probe) {
        return probe;
    }

    @PostMapping("/api/v1/probe/stream")
    Map<String, Integer> length(InputStream body) throws IOException {
        return Map.of("length", body.readAllBytes().length);
    }

    @PostMapping("/api/v1/probe/actor")
    Actor actor(Actor actor) {
        return actor;
    }

    @GetMapping("/api/v1/probe/items/{id}")
    UUID item(@PathVariable UUID id, @RequestParam(defaultValue = "1") int limit) {
        return id;
    }

    @GetMapping("/api/v1/probe/needs")
    int needs(@RequestParam int limit) {
        return limit;
    }

    /** Takes until somebody lets it go. */
    @GetMapping("/api/v1/probe/held")
    String heldPoll() throws InterruptedException {
        return hold();
    }

    @PostMapping("/api/v1/probe/held")
    String heldSave() throws InterruptedException {
        return hold();
    }

    private static String hold() throws InterruptedException {
        HELD.incrementAndGet();
        try {
            return LET_GO.tryAcquire(30, TimeUnit.SECONDS) ? "let go" : "forgotten";
        } finally {
            HELD.decrementAndGet();
        }
    }

    @GetMapping("/api/v1/probe/bug")
    void bug() {
        throw new IllegalStateException("org.examledger.secret.Detail");
    }

    /** Ends half-way, after so many bytes. */
    @GetMapping("/api/v1/probe/half")
    void half(@RequestParam int bytes, HttpServletResponse response) throws IOException {
        Download.send(response, "application/x-ndjson", "half.ndjson", out -> {
            out.write(new byte[bytes]);
            throw new LogUnavailableException("planted");
        });
    }

    @GetMapping("/api/v1/probe/refusal")
    void refusal() {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "The session has ended.");
        problem.setProperty("code", "session-closed");
        throw new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
    }
}
