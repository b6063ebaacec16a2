package org.examledger.benchmarks.load;

import java.nio.charset.StandardCharsets;

/** Whole HTTP/1.1 requests as bytes. */
public final class Http {
    private Http() {}

    public static byte[] get(String path, String token) {
        return (start("GET", path, token) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Asks only for what is not the tagged reply any more. */
    public static byte[] get(String path, String token, String tag) {
        return (start("GET", path, token) + "If-None-Match: " + tag + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] post(String path, String token, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        return (start("POST", path, token) + "Content-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String start(String method, String path, String token) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n");
    }
}
