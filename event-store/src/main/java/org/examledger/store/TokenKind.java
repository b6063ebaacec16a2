package org.examledger.store;

import java.util.Arrays;
import java.util.TreeMap;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** The tokens a projection can have, each with the name and the JSON it is stored as. */
enum TokenKind {
    POSITION("position", GlobalSequenceTrackingToken.class),
    REPLAY("replay", ReplayToken.class),
    MERGED("merged", MergedTrackingToken.class),
    /** Axon keeps the identity of its token store as a token, too. */
    CONFIG("config", ConfigToken.class);

    private static final String KIND = "kind";

    private final String storedName;
    private final Class<? extends TrackingToken> tokenClass;

    TokenKind(String storedName, Class<? extends TrackingToken> tokenClass) {
        this.storedName = storedName;
        this.tokenClass = tokenClass;
    }

    String storedName() {
        return storedName;
    }

    Class<? extends TrackingToken> tokenClass() {
        return tokenClass;
    }

    static TokenKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.storedName.equals(name))
                .findAny()
                .orElseThrow(() -> new SerializationException("not the name of a token: " + name));
    }

    static TokenKind of(Class<?> type) {
        return Arrays.stream(values())
                .filter(kind -> kind.tokenClass == type)
                .findAny()
                .orElseThrow(() -> new SerializationException("not a token of this log: " + type.getName()));
    }

    static JsonNode write(JsonMapper mapper, @Nullable TrackingToken token) {
        if (token == null) {
            return NullNode.getInstance();
        }
        var json = mapper.createObjectNode().put(KIND, of(token.getClass()).storedName);
        switch (token) {
            case GlobalSequenceTrackingToken at -> json.put("at", at.getGlobalIndex());
            case ReplayToken replay -> {
                json.set("until", write(mapper, replay.getTokenAtReset()));
                json.set("current", write(mapper, replay.getCurrentToken()));
                json.set("context", context(mapper, replay.context()));
            }
            case MergedTrackingToken merged -> {
                json.set("lower", write(mapper, merged.lowerSegmentToken()));
                json.set("upper", write(mapper, merged.upperSegmentToken()));
            }
            case ConfigToken config -> json.set("config", mapper.valueToTree(new TreeMap<>(config.getConfig())));
            default -> throw new SerializationException("not a token of this log: " + token);
        }
        return json;
    }

    private static JsonNode context(JsonMapper mapper, @Nullable Object context) {
        if (context == null || context instanceof String || context instanceof Number || context instanceof Boolean) {
            return mapper.valueToTree(context);
        }
        throw new SerializationException("the context of a replay is a string, a number or a boolean, not " + context);
    }

    static @Nullable TrackingToken read(JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        return switch (named(json.path(KIND).asString(""))) {
            case POSITION -> new GlobalSequenceTrackingToken(json.required("at").longValue());
            case REPLAY ->
                ReplayToken.createReplayToken(
                        read(json.required("until")), read(json.required("current")), scalar(json.path("context")));
            case MERGED -> new MergedTrackingToken(read(json.required("lower")), read(json.required("upper")));
            case CONFIG -> {
                var config = new TreeMap<String, String>();
                json.required("config")
                        .properties()
                        .forEach(entry ->
                                config.put(entry.getKey(), entry.getValue().stringValue()));
                yield new ConfigToken(config);
            }
        };
    }

    private static @Nullable Object scalar(JsonNode json) {
        if (json.isString()) {
            return json.stringValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isNumber() ? json.numberValue() : null;
    }
}
