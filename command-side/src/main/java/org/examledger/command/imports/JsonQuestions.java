package org.examledger.command.imports;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.examledger.command.http.BodyEntries;
import org.examledger.command.http.Checked;
import org.examledger.command.question.QuestionBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads questions as the API writes them: a list, or a draft or an exam with {@code questions} or {@code packages}. */
final class JsonQuestions {
    private static final Set<String> LISTS = Set.of("questions", "packages");

    /** Read as a whole, a tree of it is many times as large. */
    private static final int LONGEST = 8 << 20;

    private final JsonMapper json;
    private final Findings findings;
    private int read;

    private JsonQuestions(JsonMapper json, Findings findings) {
        this.json = json;
        this.findings = findings;
    }

    static void read(String text, JsonMapper json, Findings findings) throws UnreadableFile {
        new JsonQuestions(json, findings).read(tree(JsonAttachments.takenOutOf(text, json, findings), json));
    }

    private static JsonNode tree(String text, JsonMapper json) throws UnreadableFile {
        if (text.length() > LONGEST) {
            throw new UnreadableFile("is JSON of more than " + (LONGEST >> 20) + " MiB; divide it");
        }
        try {
            return json.readTree(text);
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            var where = at == null || at.getLineNr() < 0 ? "" : " at line " + at.getLineNr();
            throw new UnreadableFile("is not valid JSON" + where + ", or nested too deeply");
        }
    }

    private void read(JsonNode root) throws UnreadableFile {
        if (root.isArray()) {
            list(root, null);
        } else if (root instanceof ObjectNode body
                && body.propertyNames().stream().anyMatch(LISTS::contains)) {
            var others = new TreeSet<>(body.propertyNames());
            others.removeAll(LISTS);
            others.remove("attachments");
            if (!others.isEmpty()) {
                findings.note("only questions are imported, not " + String.join(", ", others));
            }
            list(body.get("questions"), null);
            packages(body.get("packages"));
        } else {
            throw new UnreadableFile("is JSON without a list of questions");
        }
    }

    private void packages(@Nullable JsonNode packages) throws UnreadableFile {
        if (packages == null || packages.isNull()) {
            return;
        }
        for (var entry : packages.values()) {
            list(entry.get("questions"), entry.path("name").asString(""));
        }
    }

    private void list(@Nullable JsonNode list, @Nullable String category) throws UnreadableFile {
        if (list == null || list.isNull()) {
            return;
        }
        if (!list.isArray()) {
            throw new UnreadableFile("has questions that are no list");
        }
        for (var entry : list.values()) {
            question(entry, category);
        }
    }

    private void question(JsonNode entry, @Nullable String category) throws UnreadableFile {
        read++;
        var id = entry.path("id");
        var place = new Place(null, null, id.isInt() ? "id " + id.asInt() : null, category);
        var kept = new Notes();
        if (entry.has("pool")) {
            findings.skip(place, WhySkipped.POOL, "stands for questions of a pool, which has none of its own", kept);
            return;
        }
        var checked = new Checked();
        QuestionBody body = new BodyEntries(json, checked).read("question " + read, entry, QuestionBody.class);
        if (body == null) {
            findings.skip(place, WhySkipped.MALFORMED, "has a field that is unknown or of the wrong type", kept);
            return;
        }
        var points = body.points();
        if (points == null) {
            kept.add("says no points; it is worth " + Points.UNSAID);
        }
        var correct = body.correct();
        findings.accept(
                place,
                new QuestionBody(
                        findings.accepted() + 1,
                        body.text(),
                        body.options(),
                        correct,
                        body.multiple() != null
                                ? body.multiple()
                                : correct != null
                                        && Set.copyOf(notNull(correct)).size() > 1,
                        points == null ? Integer.valueOf(Points.UNSAID) : points,
                        body.pictures()),
                kept);
    }

    private static List<Integer> notNull(List<@Nullable Integer> ids) {
        return ids.stream().flatMap(Stream::ofNullable).toList();
    }
}
