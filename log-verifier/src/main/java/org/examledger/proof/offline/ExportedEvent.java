package org.examledger.proof.offline;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.examledger.proof.RowHash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A row of the log as a line of an export has it. */
@SuppressWarnings("ArrayRecordComponent") // compared where it is checked
record ExportedEvent(
        String stream,
        int sequence,
        long position,
        Instant at,
        String name,
        int revision,
        byte[] metadata,
        byte[] payload,
        byte[] hash,
        JsonNode data) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws RuntimeException when the line is no such row */
    static ExportedEvent of(JsonNode line) {
        return new ExportedEvent(
                text(line, "subject"),
                Integer.parseInt(text(line, "sequence")),
                Long.parseLong(text(line, "position")),
                Instant.parse(text(line, "time")),
                text(line, "type").substring(ExportCheck.TYPE.length()),
                line.required("revision").asInt(),
                Base64.getDecoder().decode(text(line, "metadatabase64")),
                Base64.getDecoder().decode(text(line, "payloadbase64")),
                HexFormat.of().parseHex(text(line, "hash")),
                line.required("data"));
    }

    private static String text(JsonNode line, String name) {
        return line.required(name).asString();
    }

    boolean hasItsHash() {
        var recomputed = RowHash.of(stream, sequence, at.toEpochMilli(), name, revision, metadata, payload);
        return Arrays.equals(recomputed, hash);
    }

    /** Whether what people read is what was hashed. */
    boolean readsAsItsBytes() {
        try {
            return JSON.readTree(payload).equals(data);
        } catch (JacksonException unreadable) {
            return false;
        }
    }
}
