package org.examledger.endtoend.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request, complete, so that it can be sent again just as it was. */
public record Call(
        String method, String path, @Nullable String token, Map<String, String> headers, byte @Nullable [] body) {
    /** Locking an exam of thousands of workers answers only when all have a session. */
    static final Duration TIMEOUT = Duration.ofMinutes(2);

    public static Call get(String path) {
        return new Call("GET", path, null, Map.of(), null);
    }

    public static Call post(String path, Object body) {
        return json("POST", path, body);
    }

    public static Call put(String path, Object body) {
        return json("PUT", path, body);
    }

    /** A command that says everything in its path. */
    public static Call post(String path) {
        return new Call("POST", path, null, Map.of(), new byte[0]);
    }

    public static Call delete(String path) {
        return new Call("DELETE", path, null, Map.of(), null);
    }

    private static Call json(String method, String path, Object body) {
        var bytes = body instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : Json.MAPPER.writeValueAsBytes(body);
        return new Call(method, path, null, Map.of("Content-Type", "application/json"), bytes);
    }

    public Call as(@Nullable String otherToken) {
        return new Call(method, path, otherToken, headers, body);
    }

    public Call with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, token, Map.copyOf(more), body);
    }

    public Call withKey(UUID idempotencyKey) {
        return with("Idempotency-Key", idempotencyKey.toString());
    }

    public Call atLeast(long position) {
        var separator = path.contains("?") ? "&" : "?";
        return new Call(method, path + separator + "atLeast=" + position, token, headers, body);
    }

    HttpRequest to(URI baseUrl, Duration answerWithin) {
        var content = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(baseUrl.resolve(path))
                .timeout(answerWithin)
                .method(method, content);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }
}
