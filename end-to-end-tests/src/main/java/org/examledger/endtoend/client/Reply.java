package org.examledger.endtoend.client;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What came back, read only as far as somebody asks. */
public record Reply(int status, HttpHeaders headers, byte[] body) {
    static Reply of(HttpResponse<byte[]> response) {
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.MAPPER.readTree(body);
    }

    /** @throws UnexpectedReply when the reply is a refusal */
    public <T> T as(Class<T> type) {
        return Json.MAPPER.readValue(successful().body, type);
    }

    public Reply successful() {
        if (status < 200 || status > 299) {
            throw new UnexpectedReply(this);
        }
        return this;
    }

    /** The stable code of a problem, or empty when this is none. */
    public String code() {
        return isProblem() ? json().path("code").asString("") : "";
    }

    public boolean isProblem() {
        return header("Content-Type")
                .filter(type -> type.startsWith("application/problem+json"))
                .isPresent();
    }

    /** The outcome of the command is not known, or it was put off: the same command may be sent again. */
    boolean asksToRepeat() {
        return status == 503 || status == 429;
    }
}
