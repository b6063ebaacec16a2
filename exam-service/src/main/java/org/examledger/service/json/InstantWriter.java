package org.examledger.service.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes times as RFC 3339 in UTC with exactly three digits of a second, so that texts sort like times. */
class InstantWriter extends ValueSerializer<Instant> {
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
        json.writeString(MILLISECONDS.format(time));
    }
}
