package org.examledger.query.monitor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Writes an event as browsers read it (WHATWG HTML, server-sent events): lines of UTF-8, ended by an empty one. */
final class ServerSentEvent {
    /** Nobody sees it; it keeps proxies from taking the connection for dead, and tells us when it is. */
    static final byte[] PING = bytes(": ping\n\n");

    private static final JsonMapper JSON = JsonMapper.shared();

    private ServerSentEvent() {}

    /** @param position what the browser tells as Last-Event-ID when it comes back */
    static byte[] of(String name, long position, Object data) {
        var text = new ByteArrayOutputStream();
        text.writeBytes(bytes("id: " + position + "\nevent: " + name + "\ndata: "));
        text.writeBytes(JSON.writeValueAsBytes(data));
        text.writeBytes(bytes("\n\n"));
        return text.toByteArray();
    }

    /** After how long the browser shall come back when the connection ends. */
    static byte[] retryAfter(int millis) {
        return bytes("retry: " + millis + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
