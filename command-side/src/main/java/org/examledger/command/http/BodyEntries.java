package org.examledger.command.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the lists of a body apart, entry by entry, so that each that is wrong can be named. */
public final class BodyEntries {
    private final JsonMapper json;
    private final Checked checked;

    public BodyEntries(JsonMapper json, Checked checked) {
        this.json = json;
        this.checked = checked;
    }

    public List<JsonNode> of(String field, JsonNode list) {
        if (!list.isArray()) {
            checked.against(field, "must be a list");
            return List.of();
        }
        return list.values().stream().toList();
    }

    /** An entry as a record; empty when it cannot be read, which has been noted. */
    public <T> @Nullable T read(String at, JsonNode entry, Class<T> type) {
        try {
            if (entry.isObject()) {
                return json.treeToValue(entry, type);
            }
        } catch (JacksonException unreadable) {
            checked.against(at, "has a field that is unknown or of the wrong type");
            return null;
        }
        checked.against(at, "must be an object");
        return null;
    }
}
