package org.examledger.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.HexFormat;
import org.examledger.events.FactMetadata;
import org.examledger.query.http.Millis;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of the log as an auditor reads it.
 *
 * @param payload the stored JSON, character by character
 * @param hash in hexadecimal
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record HistoryEntry(
        long sequence,
        long position,
        String type,
        int revision,
        @Millis Instant at,
        Who actor,
        @JsonRawValue String payload,
        String hash) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static HistoryEntry of(StoredEvent event) {
        var metadata = JSON.readTree(event.metadata());
        return new HistoryEntry(
                event.sequence(),
                event.position(),
                event.type(),
                event.revision(),
                event.at(),
                new Who(
                        metadata.path(FactMetadata.ACTOR).asString(""),
                        metadata.path(FactMetadata.ROLE).asString("")),
                event.payload(),
                HexFormat.of().formatHex(event.hash()));
    }

    /** Who acted, and in which role. */
    record Who(String person, String role) {}
}
