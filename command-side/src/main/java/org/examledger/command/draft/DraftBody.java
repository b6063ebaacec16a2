package org.examledger.command.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.examledger.command.http.BodyEntries;
import org.examledger.command.http.Checked;
import org.examledger.command.picture.PictureShelf;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A save on the wire: a field that is there is changed, one that is null is cleared, one that is absent is left alone.
 * Half-typed content is welcome; only its types must be right.
 */
final class DraftBody {
    private static final int LONGEST_TEXT = 10_000;
    private static final Set<String> TEXTS = Set.of("title", "category", "opensAt", "zone", "windowEndsAt");
    private static final Set<String> NUMBERS =
            Set.of("durationMinutes", "graceSeconds", "passPercentage", "questionsPerPage");
    private static final Set<String> SWITCHES = Set.of("silentMayResume", "reviewAfterEnd");
    private static final Set<String> ASIDES = Set.of("device", "basedOn", "overwrite");
    private static final Set<String> TIMER_POLICIES = Set.of("WALL_CLOCK", "ACTIVE_TIME");
    private static final int LONGEST_TOKEN = 200;

    private final Checked checked = new Checked();
    private final BodyEntries entries;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Set<String> cleared = new LinkedHashSet<>();
    private DraftChanges.@Nullable Questions questions;
    private @Nullable List<WorkerBody> workers;
    private @Nullable String accessToken;
    private @Nullable String device;
    private @Nullable Integer basedOn;
    private boolean overwrite = true;

    record WorkerBody(
            @Nullable String workerId,
            @Nullable String name,
            @Nullable Integer extraMinutes,
            @Nullable Integer portalSessionId) {}

    private DraftBody(JsonMapper json) {
        entries = new BodyEntries(json, checked);
    }

    /**
     * Reads a body.
     *
     * @param shelf must have the pictures that its questions name
     * @throws org.springframework.web.ErrorResponseException {@code invalid-request} with every field in error
     */
    static DraftBody read(ObjectNode body, JsonMapper json, PictureShelf shelf) {
        var read = new DraftBody(json);
        body.properties().forEach(property -> read.read(property.getKey(), property.getValue()));
        read.questions =
                QuestionsBody.read(body.get("questions"), body.get("packages"), read.entries, read.checked, shelf);
        read.checked.orRefuse();
        return read;
    }

    private void read(String name, JsonNode value) {
        if (name.equals("questions") || name.equals("packages")) {
            if (name.equals("packages") && value.isEmpty()) {
                cleared.add(name);
            }
        } else if (name.equals("accessToken")) {
            readAccessToken(value);
        } else if (name.equals("workers")) {
            workers = value.isNull() ? List.of() : workers(value);
        } else if (ASIDES.contains(name)) {
            readAside(name, value);
        } else if (!isField(name)) {
            checked.against(name, "is not a field of a draft");
        } else if (value.isNull()) {
            cleared.add(name);
        } else {
            readField(name, value);
        }
    }

    /** A token of nothing but blanks protects nothing, so it is none. */
    private void readAccessToken(JsonNode value) {
        if (value.isNull() || (value.isString() && value.stringValue().isBlank())) {
            cleared.add("accessToken");
        } else if (value.isString()) {
            accessToken = checked.text("accessToken", value.stringValue(), LONGEST_TOKEN);
        } else {
            checked.against("accessToken", "must be a text");
        }
    }

    private void readAside(String name, JsonNode value) {
        if (name.equals("device") && value.isString()) {
            device = checked.optionalText(name, value.stringValue(), 200);
        } else if (name.equals("basedOn") && value.isInt()) {
            basedOn = value.intValue();
        } else if (name.equals("overwrite") && value.isBoolean()) {
            overwrite = value.booleanValue();
        } else if (!value.isNull()) {
            checked.against(
                    name,
                    switch (name) {
                        case "device" -> "must be a text";
                        case "basedOn" -> "must be a whole number";
                        default -> "must be true or false";
                    });
        }
    }

    private static boolean isField(String name) {
        return TEXTS.contains(name) || NUMBERS.contains(name) || SWITCHES.contains(name) || name.equals("timerPolicy");
    }

    private void readField(String name, JsonNode value) {
        if (TEXTS.contains(name) && value.isString()) {
            fields.put(name, checked.optionalText(name, value.stringValue(), LONGEST_TEXT));
        } else if (NUMBERS.contains(name) && value.isInt()) {
            fields.put(name, value.intValue());
        } else if (SWITCHES.contains(name) && value.isBoolean()) {
            fields.put(name, value.booleanValue());
        } else if (name.equals("timerPolicy") && value.isString() && TIMER_POLICIES.contains(value.stringValue())) {
            fields.put(name, value.stringValue());
        } else {
            checked.against(name, expectation(name));
        }
    }

    private static String expectation(String name) {
        if (TEXTS.contains(name)) {
            return "must be a text";
        }
        if (NUMBERS.contains(name)) {
            return "must be a whole number";
        }
        return SWITCHES.contains(name) ? "must be true or false" : "must be WALL_CLOCK or ACTIVE_TIME";
    }

    private List<WorkerBody> workers(JsonNode list) {
        var read = new ArrayList<WorkerBody>();
        var ids = new HashSet<String>();
        var index = 0;
        for (var entry : entries.of("workers", list)) {
            var at = "workers[" + index++ + "]";
            WorkerBody body = entries.read(at, entry, WorkerBody.class);
            if (body == null) {
                continue;
            }
            if (!ids.add(checked.text(at + ".workerId", body.workerId(), 200))) {
                checked.against(at + ".workerId", "is named twice");
            }
            if (body.name() != null) {
                checked.optionalText(at + ".name", body.name(), 500);
            }
            read.add(body);
        }
        return List.copyOf(read);
    }

    Map<String, Object> fields() {
        return fields;
    }

    Set<String> cleared() {
        return cleared;
    }

    DraftChanges.@Nullable Questions questions() {
        return questions;
    }

    @Nullable
    String accessToken() {
        return accessToken;
    }

    @Nullable
    List<WorkerBody> workers() {
        return workers;
    }

    @Nullable
    String device() {
        return device;
    }

    @Nullable
    Integer basedOn() {
        return basedOn;
    }

    boolean overwrite() {
        return overwrite;
    }
}
