package org.examledger.query.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes CloudEvents 1.0 in JSON, one a line. */
final class ExportLines {
    private static final String TYPE = "org.examledger.";
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutputStream out;
    private final String origin;

    ExportLines(OutputStream out, String origin) {
        this.out = out;
        this.origin = origin;
    }

    /** A row of the log; whoever has the line can compute its hash. */
    void event(LoggedRow row) throws IOException {
        line(row.stream() + "/" + row.sequence(), row.name(), json -> {
            json.writeStringProperty("subject", row.stream());
            json.writeStringProperty("time", MILLISECONDS.format(row.at()));
            json.writeStringProperty("sequence", Integer.toString(row.sequence()));
            json.writeStringProperty("position", Long.toString(row.position()));
            json.writeNumberProperty("revision", row.revision());
            json.writeStringProperty("hash", HexFormat.of().formatHex(row.hash()));
            json.writeName("metadatabase64");
            json.writeBinary(row.metadata());
            json.writeName("payloadbase64");
            json.writeBinary(row.payload());
            json.writeName("data");
            json.writeRawValue(readable(row.payload()));
        });
    }

    /** Bytes that somebody has spoilt must not spoil the line. */
    private static String readable(byte[] payload) {
        try {
            var text = new String(payload, StandardCharsets.UTF_8);
            var tree = JSON.readTree(payload);
            return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : JSON.writeValueAsString(tree);
        } catch (JacksonException unreadable) {
            return "null";
        }
    }

    void checkpoint(CheckpointTable.Row checkpoint) throws IOException {
        line("checkpoint/" + checkpoint.size(), "checkpoint", json -> {
            json.writeObjectPropertyStart("data");
            json.writeStringProperty("note", checkpoint.note());
            json.writeEndObject();
        });
    }

    /** Follows the line of its event. */
    void proof(LoggedRow row, List<byte[]> path) throws IOException {
        line(row.stream() + "/" + row.sequence() + "/proof", "proof", json -> {
            json.writeStringProperty("subject", row.stream());
            json.writeObjectPropertyStart("data");
            json.writeNumberProperty("position", row.position());
            json.writeArrayPropertyStart("path");
            path.forEach(json::writeBinary);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** The last line: an export without it was cut off. */
    void end(long events, long proven) throws IOException {
        line("end", "export", json -> {
            json.writeObjectPropertyStart("data");
            json.writeNumberProperty("events", events);
            json.writeNumberProperty("proven", proven);
            json.writeEndObject();
        });
    }

    private void line(String id, String type, Consumer<JsonGenerator> rest) throws IOException {
        var line = new ByteArrayOutputStream(1_024);
        try (var json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringProperty("specversion", "1.0");
            json.writeStringProperty("id", id);
            json.writeStringProperty("source", origin);
            json.writeStringProperty("type", TYPE + type);
            json.writeStringProperty("datacontenttype", "application/json");
            rest.accept(json);
            json.writeEndObject();
        }
        line.write('\n');
        line.writeTo(out);
    }
}
