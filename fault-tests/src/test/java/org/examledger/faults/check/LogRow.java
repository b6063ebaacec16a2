package org.examledger.faults.check;

import java.time.Instant;
import java.util.List;
import org.examledger.endtoend.client.Json;
import tools.jackson.databind.JsonNode;

/**
 * A row of the log as an auditor reads it.
 *
 * @param stream type and id
 * @param metadata JSON text, possibly none
 * @param payload JSON text
 * @param fields the payload, read
 */
@SuppressWarnings("ArrayRecordComponent") // rows are compared field by field, never as a whole
public record LogRow(
        long position,
        Instant at,
        String stream,
        int sequence,
        String name,
        int revision,
        String metadata,
        String payload,
        JsonNode fields,
        byte[] hash) {

    static LogRow of(
            long position,
            Instant at,
            String stream,
            int sequence,
            String name,
            int revision,
            String metadata,
            String payload,
            byte[] hash) {
        var fields = Json.MAPPER.readTree(payload);
        return new LogRow(position, at, stream, sequence, name, revision, metadata, payload, fields, hash);
    }

    String commandId() {
        return fields.path("commandId").asString("");
    }

    ClientPlace place() {
        return new ClientPlace(
                fields.path("epoch").asInt(0), fields.path("clientSeq").asLong(0));
    }

    /** Who acted: {@code worker}, {@code hc}, {@code system} and so on. */
    String role() {
        return metadata.isEmpty()
                ? ""
                : Json.MAPPER.readTree(metadata).path("role").asString("");
    }

    List<Integer> options() {
        return sorted(fields.path("optionIds"));
    }

    static List<Integer> sorted(JsonNode options) {
        return options.valueStream().map(JsonNode::asInt).sorted().toList();
    }

    @Override
    public String toString() {
        return "%s at position %d (%s, sequence %d)".formatted(name, position, stream, sequence);
    }
}
