package org.examledger.benchmarks.systems;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.examledger.benchmarks.load.Http;
import org.examledger.benchmarks.load.Wire;
import tools.jackson.databind.json.JsonMapper;

/** Signs people in, once each. */
public final class Tokens {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TOO_MANY = 429;

    private final Map<String, String> known = new ConcurrentHashMap<>();

    public String of(String username, Wire wire) throws IOException {
        var token = known.get(username);
        if (token != null) {
            return token;
        }
        var login = Http.post("/api/v1/demo/token", "", "{\"username\":\"" + username + "\",\"password\":\"demo\"}");
        var reply = wire.exchange(login);
        while (reply.status() == TOO_MANY) {
            LockSupport.parkNanos(100_000_000);
            reply = wire.exchange(login);
        }
        if (reply.status() != 200) {
            throw new IOException("no token for " + username + ": " + reply.status() + " " + reply.text());
        }
        var got = JSON.readTree(reply.body()).path("accessToken").asString();
        known.put(username, got);
        return got;
    }
}
