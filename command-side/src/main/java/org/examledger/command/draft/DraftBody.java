package org.examledger.command.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.examledger.command.http.Checked;
import org.examledger.events.draft.DraftQuestion;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
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
    private static final Set<String> TIMER_POLICIES = Set.of("WALL_CLOCK", "ACTIVE_TIME");
    private static final Set<String> LATER = Set.of("accessToken", "packages");

    private final JsonMapper json;
    private final Checked checked = new Checked();
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Set<String> cleared = new LinkedHashSet<>();
    private @Nullable List<DraftQuestion> questions;
    private @Nullable List<WorkerBody> workers;
    private @Nullable String device;
    private @Nullable Integer basedOn;

    record WorkerBody(
            @Nullable String workerId,
            @Nullable String name,
            @Nullable Integer extraMinutes) {}

    private DraftBody(JsonMapper json) {
        this.json = json;
    }

    /**
     * Reads a body.
     *
     * @throws org.springframework.web.ErrorResponseException {@code invalid-request} with every field in error
     */
    static DraftBody read(ObjectNode body, JsonMapper json) {
        var read = new DraftBody(json);
        body.properties().forEach(property -> read.read(property.getKey(), property.getValue()));
        read.checked.orRefuse();
        return read;
    }

    private void read(String name, JsonNode value) {
        if (LATER.contains(name)) {
            checked.against(name, "is not available yet");
        } else if (name.equals("questions")) {
            questions = value.isNull() ? List.of() : questions(value);
        } else if (name.equals("workers")) {
            workers = value.isNull() ? List.of() : workers(value);
        } else if (name.equals("device") || name.equals("basedOn")) {
            readAside(name, value);
        } else if (!isField(name)) {
            checked.against(name, "is not a field of a draft");
        } else if (value.isNull()) {
            cleared.add(name);
        } else {
            readField(name, value);
        }
    }

    private void readAside(String name, JsonNode value) {
        if (name.equals("device") && value.isString()) {
            device = checked.optionalText(name, value.stringValue(), 200);
        } else if (name.equals("basedOn") && value.isInt()) {
            basedOn = value.intValue();
        } else if (!value.isNull()) {
            checked.against(name, name.equals("device") ? "must be a text" : "must be a whole number");
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

    private List<DraftQuestion> questions(JsonNode list) {
        var read = new ArrayList<DraftQuestion>();
        var ids = new HashSet<Integer>();
        for (var entry : elements("questions", list)) {
            var at = "questions[" + read.size() + "]";
            if (entry.has("pool")) {
                checked.against(at + ".pool", "is not available yet");
                continue;
            }
            QuestionBody body = entry(at, entry, QuestionBody.class);
            if (body == null) {
                continue;
            }
            var question = body.read(checked, at + ".");
            if (!ids.add(question.id())) {
                checked.against(at + ".id", "is used twice");
            }
            read.add(question);
        }
        return List.copyOf(read);
    }

    private List<WorkerBody> workers(JsonNode list) {
        var read = new ArrayList<WorkerBody>();
        var ids = new HashSet<String>();
        for (var entry : elements("workers", list)) {
            var at = "workers[" + read.size() + "]";
            WorkerBody body = entry(at, entry, WorkerBody.class);
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

    private List<JsonNode> elements(String field, JsonNode list) {
        if (!list.isArray()) {
            checked.against(field, "must be a list");
            return List.of();
        }
        return list.values().stream().toList();
    }

    private <T> @Nullable T entry(String at, JsonNode entry, Class<T> type) {
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

    Map<String, Object> fields() {
        return fields;
    }

    Set<String> cleared() {
        return cleared;
    }

    @Nullable
    List<DraftQuestion> questions() {
        return questions;
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
}
