package org.examledger.service.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads RFC 3339 texts only: a bare number could be seconds or milliseconds. Cut to milliseconds, as facts are. */
class InstantReader extends ValueDeserializer<Instant> {
    /** RFC 3339 has years of four digits, in UTC too, because there we write it. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final String NOT_A_TIME = "not an RFC 3339 time";

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
        try {
            var time = OffsetDateTime.parse(json.getString()).toInstant().truncatedTo(ChronoUnit.MILLIS);
            return time.isBefore(FIRST) || time.isAfter(LAST)
                    ? (Instant) context.handleWeirdStringValue(Instant.class, json.getString(), NOT_A_TIME)
                    : time;
        } catch (DateTimeException malformed) {
            return (Instant) context.handleWeirdStringValue(Instant.class, json.getString(), NOT_A_TIME);
        }
    }
}
