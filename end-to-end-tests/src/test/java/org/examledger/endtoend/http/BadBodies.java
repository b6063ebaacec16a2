package org.examledger.endtoend.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Ways to get a body wrong, made from a call that is right. */
final class BadBodies {
    private static final List<String> NOT_WHOLE_NUMBERS =
            List.of("-1", "1.5", "1e400", "9223372036854775808", "\"x\"", "true", "[]", "{}", "null");
    private static final List<String> NOT_TEXT = List.of("[]", "{}");
    private static final List<String> NOT_LISTS = List.of("{}", "\"x\"", "7", "[[]]", "[{}]");

    /** @param name says what is wrong */
    record BadCall(String name, Call call) {}

    private BadBodies() {}

    /** What no route accepts, whatever its fields are. */
    static List<BadCall> malformed(Call good, int limit) {
        var json = new String(good.body() == null ? new byte[0] : good.body(), StandardCharsets.UTF_8);
        var open = json.substring(0, json.length() - 1);
        var bodies = new ArrayList<BadCall>();
        bodies.add(bad("empty", good, ""));
        bodies.add(bad("no JSON", good, "epoch=1&clientSeq=2"));
        bodies.add(bad("a list", good, "[" + json + "]"));
        bodies.add(bad("null", good, "null"));
        bodies.add(bad("a text", good, "\"x\""));
        bodies.add(bad("cut off", good, open));
        bodies.add(bad("two bodies", good, json + json));
        bodies.add(bad("an unknown field", good, open + ",\"surprise\":1}"));
        bodies.add(bad("a field twice", good, "{" + json.substring(1, open.length()) + "," + json.substring(1)));
        bodies.add(bad("deep", good, open + ",\"surprise\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}"));
        bodies.add(bad("huge", good, open + ",\"surprise\":\"" + "x".repeat(limit + 40_000) + "\"}"));
        bodies.add(new BadCall("a media type that is none of ours", good.with("Content-Type", "application/xml")));
        bodies.add(new BadCall("invalid UTF-8", withInvalidUtf8(good, open)));
        return bodies;
    }

    /** Each field once with each value that is of another type or out of every range. */
    static List<BadCall> wrongFields(Call good) {
        var body = (ObjectNode) Json.MAPPER.readTree(good.body());
        var calls = new ArrayList<BadCall>();
        for (var field : body.properties()) {
            for (var value : wrongValues(field.getValue())) {
                var wrong = body.deepCopy();
                wrong.putRawValue(field.getKey(), new RawValue(value));
                calls.add(bad(field.getKey() + " = " + value, good, Json.MAPPER.writeValueAsString(wrong)));
            }
        }
        return calls;
    }

    private static List<String> wrongValues(JsonNode right) {
        if (right.isNumber()) {
            return NOT_WHOLE_NUMBERS;
        }
        return right.isArray() ? NOT_LISTS : NOT_TEXT;
    }

    private static Call withInvalidUtf8(Call good, String open) {
        var start = (open + ",\"surprise\":\"").getBytes(StandardCharsets.UTF_8);
        var bytes = Arrays.copyOf(start, start.length + 4);
        bytes[start.length] = (byte) 0xC3;
        bytes[start.length + 1] = (byte) 0x28;
        bytes[start.length + 2] = '"';
        bytes[start.length + 3] = '}';
        return new Call(good.method(), good.path(), good.token(), good.headers(), bytes);
    }

    private static BadCall bad(String name, Call good, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new BadCall(name, new Call(good.method(), good.path(), good.token(), good.headers(), bytes));
    }
}
