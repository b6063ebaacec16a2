package org.examledger.command.imports;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the pictures out of a file that an export wrote: {@code "attachments":[{"sha256","mediaType","base64"}]} beside
 * its questions. They are read piece by piece, so that the rest can be read as a whole.
 */
final class JsonAttachments {
    private static final String NAME = "attachments";

    private final JsonParser parser;
    private final Findings findings;
    private long start = -1;
    private long end = -1;

    private JsonAttachments(JsonParser parser, Findings findings) {
        this.parser = parser;
        this.findings = findings;
    }

    /** The same JSON without its pictures; one that is malformed comes back as it is, for others to say so. */
    static String takenOutOf(String text, JsonMapper json, Findings findings) throws UnreadableFile {
        try (var parser = json.createParser(text)) {
            var attachments = new JsonAttachments(parser, findings);
            attachments.read();
            return attachments.end < 0
                    ? text
                    : text.substring(0, (int) attachments.start) + "null" + text.substring((int) attachments.end);
        } catch (JacksonException malformed) {
            return text;
        }
    }

    private void read() throws UnreadableFile {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            if (name.equals(NAME) && token == JsonToken.START_ARRAY && end < 0) {
                start = parser.currentTokenLocation().getCharOffset();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    take(entry());
                }
                end = parser.currentLocation().getCharOffset();
            } else {
                parser.skipChildren();
            }
        }
    }

    private Map<String, String> entry() throws UnreadableFile {
        var entry = new HashMap<String, String>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw notAPicture();
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw notAPicture();
            }
            entry.put(name, parser.getString());
        }
        return entry;
    }

    private static UnreadableFile notAPicture() {
        return new UnreadableFile("has attachments that are not {\"sha256\",\"mediaType\",\"base64\"}");
    }

    private void take(Map<String, String> entry) {
        var said = entry.get("sha256");
        try {
            var picture = findings.pictures().take(Album.base64(entry.getOrDefault("base64", "")), null);
            if (!picture.sha256().equals(said)) {
                leaveOut(said, "is not what its hash says");
            }
        } catch (CannotBeAsked unusable) {
            leaveOut(said, unusable.why());
        } catch (IllegalArgumentException damaged) {
            leaveOut(said, "is not base64");
        }
    }

    private void leaveOut(@Nullable String hash, String why) {
        findings.note("the attachment " + hash + " is not kept: it " + why);
    }
}
