package org.examledger.endtoend.portal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One tab of the portal's exam page, with its habits: a click is sent 300 ms later unless another one comes, a save that
 * fails is sent once more at once, a page is not turned before its saves are back or 5 s have passed. Time runs ten times
 * as fast. A question's next save waits for the one under way.
 */
final class PortalTab implements AutoCloseable {
    private static final int DEBOUNCE_MILLIS = 30;
    private static final int PATIENCE_MILLIS = 5_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Executor later = CompletableFuture.delayedExecutor(
            DEBOUNCE_MILLIS, TimeUnit.MILLISECONDS, http.executor().orElseThrow());
    private final URI line;
    private final String cookie;
    private final String token;
    private final int session;
    private final Map<Integer, Integer> shown = new ConcurrentHashMap<>();
    private final Map<Integer, CompletableFuture<Void>> saves = new LinkedHashMap<>();
    private int elapsed;

    /** The option of each question whose last save was acknowledged. */
    final Map<Integer, Integer> acknowledged = new ConcurrentHashMap<>();

    PortalTab(URI line, String cookie, String token, int session) {
        this.line = line;
        this.cookie = cookie;
        this.token = token;
        this.session = session;
    }

    Map<Integer, Integer> shown() {
        return Map.copyOf(shown);
    }

    void click(int question, int option) {
        shown.put(question, option);
        var before = saves.getOrDefault(question, CompletableFuture.completedFuture(null));
        saves.put(
                question,
                before.thenRunAsync(
                        () -> {
                            if (shown.getOrDefault(question, 0) == option) {
                                save(question, option);
                            }
                        },
                        later));
    }

    private void save(int question, int option) {
        acknowledged.remove(question);
        var fields = Map.of("sessionId", "" + session, "questionId", "" + question, "optionId", "" + option);
        if (succeeds("/CMP/SaveAnswer", fields)) {
            acknowledged.put(question, option);
        }
    }

    /** What fails is sent once more, at once. */
    private boolean succeeds(String route, Map<String, String> fields) {
        for (var tries = 0; tries < 2; tries++) {
            try {
                var reply = post(route, fields, true);
                if (reply.statusCode() == 200 && reply.body().equals("{\"success\":true}")) {
                    return true;
                }
            } catch (IOException lost) {
                // The page knows no more than that it got no answer.
            }
        }
        return false;
    }

    void turnTo(int page) {
        settle();
        elapsed += 30;
        var fields = Map.of("sessionId", "" + session, "currentPage", "" + page, "elapsedSeconds", "" + elapsed);
        var unused = succeeds("/CMP/UpdateSessionProgress", fields);
    }

    /** What {@code sendBeacon} does when the tab closes: the token is a field, and nobody waits for a reply. */
    void beacon(int page) {
        var fields = new TreeMap<>(
                Map.of("sessionId", "" + session, "currentPage", "" + page, "elapsedSeconds", "" + ++elapsed));
        fields.put("__RequestVerificationToken", token);
        try {
            var unused = post("/CMP/UpdateSessionProgress", fields, false);
        } catch (IOException lost) {
            // A beacon that gets lost is lost.
        }
    }

    void settle() {
        var all = CompletableFuture.allOf(saves.values().toArray(CompletableFuture[]::new));
        all.completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
    }

    /** A browser sends a form once more when its worker does. */
    HttpResponse<String> submitForm(String route) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        fields.put("id", "" + session);
        fields.put("__RequestVerificationToken", token);
        shown.forEach((question, option) -> fields.put("answers[" + question + "]", "" + option));
        List<IOException> losses = new ArrayList<>();
        while (losses.size() < 20) {
            try {
                return post(route, fields, false);
            } catch (IOException lost) {
                losses.add(lost);
            }
        }
        throw losses.getLast();
    }

    private HttpResponse<String> post(String route, Map<String, String> fields, boolean tokenInHeader)
            throws IOException {
        var form = fields.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(line.resolve(route))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(form));
        if (tokenInHeader) {
            request.header("RequestVerificationToken", token);
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.header("Cookie", cookie).build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
