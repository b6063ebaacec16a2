package org.examledger.endtoend.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * What seed 003 asks for, over HTTP. That drafts expire after thirty days needs a clock that jumps: see
 * {@code DraftsThatEndTest} in {@code exam-service}.
 */
@ExtendWith(SharedService.class)
class Seed003DraftsThatSaveThemselvesIT {
    private final LedgerClient client;

    Seed003DraftsThatSaveThemselvesIT(LedgerClient client) {
        this.client = client;
    }

    private Reply hc(Call call) {
        return client.sendAs("hc", call);
    }

    private String begun(Map<String, Object> fields) {
        return hc(Call.post(Paths.DRAFTS, fields))
                .successful()
                .json()
                .path("draftId")
                .asString();
    }

    private Reply save(String draftId, Map<String, ?> fields) {
        return hc(Call.put(Paths.draft(draftId), fields));
    }

    private static long position(Reply reply) {
        return reply.header("X-Log-Position").map(Long::parseLong).orElseThrow();
    }

    private JsonNode read(String draftId, Reply saved) {
        return hc(Call.get(Paths.draft(draftId)).atLeast(position(saved)))
                .successful()
                .json();
    }

    private List<String> picker(Reply saved) {
        return hc(Call.get(Paths.DRAFTS).atLeast(position(saved)))
                .successful()
                .json()
                .valueStream()
                .map(it -> it.path("draftId").asString())
                .toList();
    }

    private static Map<String, Object> question(int id) {
        return Map.of(
                "id",
                id,
                "text",
                "Question " + id,
                "options",
                List.of(Map.of("id", 1, "text", "yes"), Map.of("id", 2, "text", "no")),
                "correct",
                List.of(1),
                "points",
                2);
    }

    private static String code(Reply reply) {
        return reply.json().path("code").asString();
    }

    /** "The Oops test": close the browser without locking, open it again. */
    @Test
    void what_was_typed_is_there_again_after_the_browser_was_closed() {
        var draftId = begun(Map.of("title", "Test Track 99", "device", "Tab 1"));
        var saved = save(draftId, Map.of("durationMinutes", 650, "questions", List.of(Map.of("id", 1))));

        assertThat(picker(saved)).first().isEqualTo(draftId);
        var restored = read(draftId, saved);
        assertThat(restored.path("title").asString()).isEqualTo("Test Track 99");
        assertThat(restored.path("durationMinutes").asInt()).isEqualTo(650);
        assertThat(restored.path("questions").size()).isEqualTo(1);
        assertThat(restored.path("locked").asBoolean()).isFalse();
    }

    @Test
    void the_picker_tells_many_drafts_apart_and_saving_one_leaves_the_others_alone() {
        var first = begun(Map.of("title", "Thunder Alley"));
        var second = begun(Map.of("title", "Rain Street"));
        var saved = save(first, Map.of("category", "Night"));

        var lines =
                hc(Call.get(Paths.DRAFTS).atLeast(position(saved))).successful().json();
        assertThat(lines.get(0).path("draftId").asString()).isEqualTo(first);
        assertThat(lines.get(0).path("title").asString()).isEqualTo("Thunder Alley");
        assertThat(lines.get(0).path("savedAt").asString()).isNotEmpty();
        assertThat(lines.get(0).path("revision").asInt()).isEqualTo(2);
        assertThat(lines.get(1).path("draftId").asString()).isEqualTo(second);
        assertThat(lines.get(1).path("category").isNull()).isTrue();
    }

    @Test
    void of_two_devices_the_last_save_wins_and_is_told_what_it_replaced() {
        var draftId = begun(Map.of("title", "One", "device", "desk"));
        save(draftId, Map.of("title", "Two", "category", "A", "device", "phone"))
                .successful();

        var third = save(draftId, Map.of("title", "Three", "device", "desk"));

        assertThat(third.json().path("overwritten").size()).isEqualTo(1);
        assertThat(third.json().path("overwritten").get(0).path("field").asString())
                .isEqualTo("title");
        var draft = read(draftId, third);
        assertThat(draft.path("title").asString()).isEqualTo("Three");
        assertThat(draft.path("category").asString()).isEqualTo("A");
    }

    /** The status turns red and green again; a save that was lost on its way is sent again under its key. */
    @Test
    void a_save_that_failed_changes_nothing_and_the_next_one_is_stored() {
        var draftId = begun(Map.of("title", "Before"));
        var key = UUID.randomUUID();
        assertThat(code(save(draftId, Map.of("title", "Red", "durationMinutes", "long"))))
                .isEqualTo("invalid-request");

        var green = hc(Call.put(Paths.draft(draftId), Map.of("title", "Green")).withKey(key));
        var again = hc(Call.put(Paths.draft(draftId), Map.of("title", "Green")).withKey(key));
        var more = hc(Call.put(Paths.draft(draftId), Map.of("title", "Green", "category", "B"))
                .withKey(key));

        assertThat(read(draftId, green).path("title").asString()).isEqualTo("Green");
        assertThat(again.json().path("revision")).isEqualTo(green.json().path("revision"));
        assertThat(code(more)).isEqualTo("command-reused");
        assertThat(read(draftId, green).has("category")).isFalse();
    }

    /** "The Lock test": the id persists, and what was locked is an exam and no draft any more. */
    @Test
    void locking_turns_the_draft_into_the_exam_once_and_the_exam_is_offered_then() {
        var draftId = begun(Map.of(
                "title",
                "Locked in the end",
                "opensAt",
                "2026-01-01",
                "durationMinutes",
                30,
                "passPercentage",
                50,
                "accessToken",
                "Rosebud",
                "workers",
                List.of(Map.of("workerId", "worker-810001", "name", "Ann"))));
        var incomplete = hc(Call.post(Paths.lock(draftId)));
        assertThat(incomplete.json().path("errors").valueStream())
                .as("every reason")
                .extracting(it -> it.path("field").asString())
                .containsExactly("questions");
        save(
                        draftId,
                        Map.of(
                                "packages",
                                List.of(
                                        Map.of("name", "A", "questions", List.of(question(1), question(2))),
                                        Map.of("name", "B", "questions", List.of(question(3), question(4))))))
                .successful();

        var locked = hc(Call.post(Paths.lock(draftId)));
        var again = hc(Call.post(Paths.lock(draftId)));

        assertThat(locked.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(locked.json().path("examId").asString()).isEqualTo(draftId);
        assertThat(again.json().path("sessions")).isEqualTo(locked.json().path("sessions"));
        assertThat(picker(locked)).doesNotContain(draftId);
        assertThat(code(save(draftId, Map.of("title", "Too late")))).isEqualTo("draft-locked");
        assertThat(code(hc(Call.delete(Paths.draft(draftId))))).isEqualTo("draft-locked");
        var mine = hc(Call.get(Paths.BASE + "/exams?mine=true").atLeast(position(locked)))
                .successful()
                .json()
                .path("items");
        assertThat(mine.valueStream().map(it -> it.path("examId").asString())).contains(draftId);

        var session = locked.json().path("sessions").get(0).path("sessionId").asString();
        var start = Paths.session(session, "start");
        assertThat(code(client.sendAs("worker-810001", Call.post(start, Map.of("clientId", "a")))))
                .isEqualTo("token-required");
        var started = client.sendAs(
                        "worker-810001", Call.post(start, Map.of("clientId", "a", "accessToken", " rosebud ")))
                .successful();
        var paper = client.sendAs(
                        "worker-810001",
                        Call.get(Paths.session(session, "paper")).atLeast(position(started)))
                .successful();
        assertThat(paper.text()).contains("Question").doesNotContain("\"correct\"");
    }

    @Test
    void a_draft_that_was_thrown_away_is_there_for_nobody() {
        var draftId = begun(Map.of("title", "Never mind"));
        var key = UUID.randomUUID();

        var discarded = hc(Call.delete(Paths.draft(draftId)).withKey(key)).successful();
        var again = hc(Call.delete(Paths.draft(draftId)).withKey(key)).successful();

        assertThat(again.json().path("position")).isEqualTo(discarded.json().path("position"));
        assertThat(hc(Call.get(Paths.draft(draftId)).atLeast(position(discarded)))
                        .status())
                .isEqualTo(404);
        assertThat(picker(discarded)).doesNotContain(draftId);
        assertThat(code(save(draftId, Map.of("title", "Again")))).isEqualTo("not-found");
        assertThat(code(hc(Call.post(Paths.lock(draftId))))).isEqualTo("not-found");
    }

    @Test
    void every_field_that_the_description_names_is_one_of_a_draft() {
        var fields = client.send(Call.get("/v3/api-docs"))
                .json()
                .at("/components/schemas/DraftSave/properties")
                .propertyNames();
        var nothing = new HashMap<String, Object>();
        fields.forEach(field -> nothing.put(field, null));

        assertThat(nothing).hasSizeGreaterThan(15);
        assertThat(save(begun(Map.of("title", "All of it")), nothing).status()).isEqualTo(200);
    }
}
