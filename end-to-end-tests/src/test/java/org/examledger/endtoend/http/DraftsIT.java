package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.LockedExam;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.client.SavedDraft;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class DraftsIT {
    private final LedgerClient client;

    DraftsIT(LedgerClient client) {
        this.client = client;
    }

    @Test
    void a_draft_is_read_back_as_it_was_saved() {
        var saved = hc(Call.post(Paths.DRAFTS, TinyExam.draft("Saved draft", 2)));
        var draftId = saved.json().path("draftId").asString();

        assertThat(saved.status()).isEqualTo(201);
        assertThat(saved.header("X-Log-Position")).isPresent();
        var read = read(draftId, saved);
        assertThat(read.json().path("title").asString()).isEqualTo("Saved draft");
        assertThat(read.json().path("durationMinutes").asInt()).isEqualTo(45);
        assertThat(read.json().path("questions").size()).isEqualTo(3);
        assertThat(read.json().path("workers").size()).isEqualTo(2);
    }

    @Test
    void saving_some_fields_keeps_the_others_and_null_clears() {
        var draftId = TinyExam.save(client, TinyExam.draft("Before", 1));

        var saved = hc(Call.put(Paths.draft(draftId), "{\"title\":\"After\",\"category\":null}"));

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        var draft = read(draftId, saved).json();
        assertThat(draft.path("title").asString()).isEqualTo("After");
        assertThat(draft.path("category").asString("")).isEmpty();
        assertThat(draft.path("durationMinutes").asInt()).isEqualTo(45);
    }

    @Test
    void who_saves_over_a_newer_revision_is_told_what_was_overwritten() {
        var first = hc(Call.post(Paths.DRAFTS, TinyExam.draft("One", 1))).as(SavedDraft.class);
        var path = Paths.draft(String.valueOf(first.draftId()));
        hc(Call.put(path, Map.of("title", "Two"))).successful();

        var third = hc(Call.put(path, Map.of("title", "Three", "basedOn", first.revision())));

        assertThat(third.json()
                        .path("overwritten")
                        .valueStream()
                        .map(entry -> entry.path("field").asString()))
                .as(third.text())
                .containsExactly("title");
    }

    @Test
    void who_would_rather_not_overwrite_is_told_what_is_newer_and_stores_nothing() {
        var first = hc(Call.post(Paths.DRAFTS, TinyExam.draft("One", 1))).as(SavedDraft.class);
        var path = Paths.draft(String.valueOf(first.draftId()));
        var newer = hc(Call.put(path, Map.of("title", "Two"))).successful();
        var stale = Map.of("title", "Three", "category", "New", "basedOn", first.revision(), "overwrite", false);

        var refused = hc(Call.put(path, stale));

        isProblem(refused, "draft-changed");
        assertThat(refused.json().path("revision").asInt()).isEqualTo(2);
        assertThat(refused.json().at("/overwritten/0/field").asString()).isEqualTo("title");
        assertThat(position(refused)).isEqualTo(position(newer));
        var other = Map.of("category", "New", "basedOn", first.revision(), "overwrite", false);
        assertThat(hc(Call.put(path, other)).status()).isEqualTo(200);
        isProblem(hc(Call.put(path, "{\"overwrite\":\"no\"}")), "invalid-request");
    }

    @Test
    void the_newest_draft_is_listed_first() {
        TinyExam.save(client, TinyExam.draft("Older", 1));
        var newest = hc(Call.post(Paths.DRAFTS, TinyExam.draft("Newer", 1)));

        var list = hc(Call.get(Paths.DRAFTS).atLeast(position(newest)));

        assertThat(list.json().get(0).path("draftId").asString())
                .isEqualTo(newest.json().path("draftId").asString());
        assertThat(list.json().get(0).path("savedAt").asString()).isNotEmpty();
    }

    @Test
    void a_draft_becomes_an_exam_once() {
        var draftId = TinyExam.save(client, TinyExam.draft("Once", 3));

        var first = hc(Call.post(Paths.lock(draftId)));
        var second = hc(Call.post(Paths.lock(draftId)));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(first.as(LockedExam.class).examId()).isEqualTo(draftId);
        assertThat(first.as(LockedExam.class).sessions()).hasSize(3);
        assertThat(second.as(LockedExam.class).sessionsByWorker())
                .isEqualTo(first.as(LockedExam.class).sessionsByWorker());
        isProblem(hc(Call.put(Paths.draft(draftId), Map.of("title", "Too late"))), "draft-locked");
    }

    @Test
    void a_save_that_is_refused_renames_nobody() {
        var draftId = TinyExam.save(client, TinyExam.draft("Names", 1));
        var workerId = hc(Call.post(Paths.lock(draftId)))
                .as(LockedExam.class)
                .sessions()
                .getFirst()
                .workerId();
        var renaming = Map.of("workers", List.of(Map.of("workerId", workerId, "name", "Somebody Else")));

        isProblem(hc(Call.put(Paths.draft(draftId), renaming)), "draft-locked");
        isProblem(hc(Call.put(Paths.draft(UUID.randomUUID().toString()), renaming)), "not-found");

        assertThat(client.sendAs(workerId, Call.get("/api/v1/me"))
                        .json()
                        .path("name")
                        .asString())
                .startsWith("Walker ");
    }

    @Test
    void an_unfinished_draft_cannot_be_locked() {
        var saved = hc(Call.post(Paths.DRAFTS, Map.of("title", "Nothing else"))).as(SavedDraft.class);

        isProblem(hc(Call.post(Paths.lock(String.valueOf(saved.draftId())))), "not-lockable");
    }

    @Test
    void drafts_are_for_hc_only() {
        var draftId = TinyExam.save(client, TinyExam.draft("Secret", 1));

        for (var call : new Call[] {
            Call.get(Paths.DRAFTS),
            Call.get(Paths.draft(draftId)),
            Call.post(Paths.lock(draftId)),
            Call.post(Paths.DRAFTS, Map.of("title", "Mine")),
            Call.put(Paths.draft(draftId), Map.of("title", "Mine"))
        }) {
            isProblem(client.sendAs("worker-700000", call), "forbidden");
            isProblem(client.sendAs("auditor", call), "forbidden");
            isProblem(client.send(call), "unauthenticated");
        }
        isProblem(hc(Call.get(Paths.draft(UUID.randomUUID().toString()))), "not-found");
    }

    private Reply hc(Call call) {
        return client.sendAs("hc", call);
    }

    private Reply read(String draftId, Reply saved) {
        return hc(Call.get(Paths.draft(draftId)).atLeast(position(saved))).successful();
    }

    private static long position(Reply saved) {
        return saved.header("X-Log-Position").map(Long::parseLong).orElseThrow();
    }
}
