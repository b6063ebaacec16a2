package org.examledger.endtoend.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.examledger.endtoend.client.Json;
import tools.jackson.databind.JsonNode;

/** Serves one exam over HTTP from memory. */
public final class StubLedger implements AutoCloseable {
    static {
        // Else each small reply waits 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Plant plant;
    private final HttpServer server;
    private final AtomicLong positions = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, StubSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> drafts = new ConcurrentHashMap<>();

    public StubLedger(Plant plant) {
        this.plant = plant;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unbindable) {
            throw new UncheckedIOException(unbindable);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public URI baseUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public int requests() {
        return requests.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var turn = requests.incrementAndGet();
        var troubled = plant == Plant.LOSES_REPLIES_AND_IS_BUSY;
        if (troubled && turn % 11 == 0) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            reply(exchange, turn % 2 == 0 ? 503 : 429, Map.of("code", "unavailable"));
            return;
        }
        var answer = answer(exchange.getRequestURI(), body);
        if (troubled && turn % 13 == 0) {
            exchange.close();
            return;
        }
        reply(exchange, 200, answer);
    }

    private static void reply(HttpExchange exchange, int status, Object answer) throws IOException {
        var bytes = Json.MAPPER.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Object answer(URI uri, byte[] bytes) {
        var body = bytes.length == 0 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(bytes);
        var path = List.of(uri.getPath().substring("/api/v1/".length()).split("/"));
        return switch (path.getFirst()) {
            case "demo" -> Map.of("accessToken", "token", "expiresIn", 1);
            case "drafts" -> path.size() == 1 ? draft(body) : lock(path.get(1));
            case "exams" -> monitor(path.get(1));
            case "audit" -> session(path.get(2)).events(after(uri));
            default -> inSession(session(path.get(1)), String.join("/", path.subList(2, path.size())), body);
        };
    }

    private Object draft(JsonNode body) {
        var draftId = UUID.randomUUID().toString();
        drafts.put(draftId, body);
        return Map.of("draftId", draftId, "revision", 1, "savedAt", "2026-01-01T00:00:00.000Z");
    }

    private Object lock(String draftId) {
        var workers = draftOf(draftId).path("workers").valueStream().toList();
        for (var worker : workers) {
            var workerId = worker.path("workerId").asString();
            var sessionId = sessionId(draftId, workerId);
            sessions.computeIfAbsent(
                    sessionId,
                    id -> new StubSession(id, workerId, worker.path("name").asString(), plant, positions));
        }
        return Map.of(
                "examId", draftId,
                "position", positions.get(),
                "sessions",
                        workers.stream()
                                .map(worker -> worker.path("workerId").asString())
                                .map(worker -> Map.of("sessionId", sessionId(draftId, worker), "workerId", worker))
                                .toList());
    }

    private Object inSession(StubSession session, String what, JsonNode body) {
        var clientSeq = body.path("clientSeq").asLong();
        return switch (what) {
            case "start" -> {
                session.start();
                yield session.receipt(Map.of("outcome", "stored"));
            }
            case "answers" -> session.receipt(session.answer(body, clientSeq));
            case "answers/batch" ->
                session.receipt(Map.of(
                        "results",
                        body.path("answers")
                                .valueStream()
                                .map(answer -> session.answer(
                                        answer, answer.path("clientSeq").asLong()))
                                .toList()));
            case "page" -> session.receipt(session.turnPage(body, clientSeq));
            case "submit" -> {
                session.submit(body);
                yield session.receipt(Map.of("outcome", "stored"));
            }
            case "resume" -> session.resume();
            case "result" -> session.result();
            default -> throw new IllegalArgumentException(what);
        };
    }

    private Object monitor(String examId) {
        var rows = sessions.values().stream().map(StubSession::row).toList();
        var submitted = rows.stream()
                .filter(row -> "SUBMITTED".equals(row.get("status")))
                .count();
        return Map.of(
                "examId",
                examId,
                "title",
                "Midterm",
                "status",
                "OPEN",
                "position",
                positions.get(),
                "counters",
                Map.of("submitted", submitted, "inProgress", rows.size() - submitted),
                "rows",
                rows);
    }

    private JsonNode draftOf(String draftId) {
        var draft = drafts.get(draftId);
        if (draft == null) {
            throw new IllegalArgumentException(draftId);
        }
        return draft;
    }

    private StubSession session(String sessionId) {
        var session = sessions.get(sessionId);
        if (session == null) {
            throw new IllegalArgumentException(sessionId);
        }
        return session;
    }

    private static String sessionId(String examId, String workerId) {
        return UUID.nameUUIDFromBytes((examId + workerId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static long after(URI uri) {
        return List.of(uri.getQuery().split("&")).stream()
                .filter(pair -> pair.startsWith("after="))
                .mapToLong(pair -> Long.parseLong(pair.substring("after=".length())))
                .findFirst()
                .orElse(-1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
