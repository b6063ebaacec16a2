package org.examledger.command.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftPackage;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftWorker;
import org.examledger.events.exam.AccessToken;
import org.examledger.events.rules.AccessTokens;
import org.junit.jupiter.api.Test;

class ReviseDraftTest extends DraftSpec {
    private static ReviseDraft revise(Editor editor, DraftChanges changes) {
        return new ReviseDraft(DRAFT, editor, changes, null, null);
    }

    @Test
    void a_save_holds_what_changed_and_nothing_else() {
        draft(complete())
                .when(revise(DESK, fields(Map.of("title", "Safety", "passPercentage", 80))))
                .expectEvents(revised(2, Map.of("passPercentage", 80), "desk"));
    }

    @Test
    void a_save_that_changes_nothing_is_no_fact() {
        var result = draft(complete())
                .when(revise(DESK, fields(Map.of("title", "Safety"))))
                .expectNoEvents();
        expectReceipt(result, receipt -> assertThat(receipt.revision()).isEqualTo(1));
    }

    @Test
    void only_changed_questions_are_in_the_fact() {
        var changed = question(32).options();
        var newer = new DraftQuestion(32, "Which?", changed, List.of(1), null, 5);
        draft(complete())
                .when(revise(DESK, changes(Map.of(), Set.of(), List.of(newer, question(31), question(33)), null)))
                .expectEvents(new DraftRevised(
                        2,
                        Map.of(),
                        List.of(),
                        List.of(newer, question(33)),
                        List.of(),
                        List.of(32, 31, 33),
                        List.of(),
                        List.of(),
                        "desk",
                        null));
    }

    @Test
    void questions_and_workers_that_are_not_named_again_are_removed() {
        draft(complete())
                .when(revise(
                        DESK,
                        changes(Map.of(), Set.of(), List.of(question(31)), List.of(new DraftWorker("person-b", 15)))))
                .expectEvents(new DraftRevised(
                        2,
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(32),
                        List.of(31),
                        List.of(),
                        List.of("person-a"),
                        "desk",
                        null));
    }

    @Test
    void null_clears_a_field_that_was_set() {
        draft(complete())
                .when(revise(DESK, changes(Map.of(), Set.of("category", "zone"), null, null)))
                .expectEvents(new DraftRevised(
                        2,
                        Map.of(),
                        List.of("category"),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        "desk",
                        null));
    }

    @Test
    void the_last_save_wins_and_says_what_of_another_device_it_overwrote() {
        var result = draft(complete())
                .when(revise(PHONE, fields(Map.of("title", "Fire", "zone", "UTC"))))
                .expectEvents(revised(2, Map.of("title", "Fire", "zone", "UTC"), "phone"));
        expectReceipt(
                result,
                receipt -> assertThat(receipt.overwritten())
                        .extracting(DraftReceipt.Overwritten::field, DraftReceipt.Overwritten::at)
                        .containsExactly(org.assertj.core.api.Assertions.tuple("title", NOW)));
    }

    @Test
    void what_the_editor_had_seen_is_not_overwritten() {
        var seen = new ReviseDraft(DRAFT, PHONE, fields(Map.of("title", "Fire")), 1, null);
        expectReceipt(
                draft(complete()).when(seen),
                receipt -> assertThat(receipt.overwritten()).isEmpty());
    }

    @Test
    void what_came_after_the_revision_the_editor_had_seen_is_overwritten_whoever_wrote_it() {
        var stale = new ReviseDraft(DRAFT, DESK, fields(Map.of("title", "Flood")), 1, null);
        var result =
                draft(complete(), revised(2, Map.of("title", "Fire"), "desk")).when(stale);
        expectReceipt(
                result,
                receipt -> assertThat(receipt.overwritten())
                        .extracting(DraftReceipt.Overwritten::field)
                        .containsExactly("title"));
    }

    @Test
    void who_would_rather_not_overwrite_is_refused_only_where_something_newer_would_be_replaced() {
        var history = draft(complete(), revised(2, Map.of("title", "Fire"), "phone"));
        var result = history.when(new ReviseDraft(DRAFT, DESK, fields(Map.of("title", "Flood")), 1, false, null))
                .expectNoEvents();
        expectReply(result, reply -> {
            assertThat(Objects.requireNonNull(reply.refusal()).code()).isEqualTo(Code.DRAFT_CHANGED);
            assertThat(reply.answer())
                    .asInstanceOf(type(DraftReceipt.class))
                    .extracting(
                            DraftReceipt::revision,
                            it -> it.overwritten().getFirst().field())
                    .containsExactly(2, "title");
        });
        draft(complete(), revised(2, Map.of("title", "Fire"), "phone"))
                .when(new ReviseDraft(DRAFT, DESK, fields(Map.of("zone", "Asia/Tokyo")), 1, false, null))
                .expectEvents(revised(3, Map.of("zone", "Asia/Tokyo"), "desk"));
    }

    @Test
    void a_save_seen_again_has_no_second_effect() {
        var first = new DraftRevised(
                1, Map.of("title", "Fire"), List.of(), List.of(), List.of(), null, List.of(), List.of(), "desk", KEY);
        draft(first, revised(2, Map.of("title", "Flood"), "desk"))
                .when(new ReviseDraft(DRAFT, DESK, fields(Map.of("title", "Fire")), null, KEY))
                .expectNoEvents();
    }

    @Test
    void a_command_id_names_one_save_only() {
        var first = new DraftRevised(
                1, Map.of("title", "Fire"), List.of(), List.of(), List.of(), null, List.of(), List.of(), "desk", KEY);
        var result = draft(first)
                .when(new ReviseDraft(DRAFT, DESK, fields(Map.of("title", "Flood")), null, KEY))
                .expectNoEvents();
        expectReply(
                result,
                reply -> assertThat(Objects.requireNonNull(reply.refusal()).code())
                        .isEqualTo(Code.COMMAND_REUSED));
    }

    @Test
    void a_command_id_names_one_save_only_also_when_the_first_named_less() {
        var first = saved(1, fields(Map.of("title", "Fire")), KEY);
        expectRefusal(
                draft(first, revised(2, Map.of("zone", "UTC"), "desk"))
                        .when(new ReviseDraft(DRAFT, DESK, fields(Map.of("title", "Fire", "zone", "UTC")), null, KEY))
                        .expectNoEvents(),
                Code.COMMAND_REUSED);
        expectRefusal(
                draft(first)
                        .when(new ReviseDraft(
                                DRAFT,
                                DESK,
                                changes(Map.of("title", "Fire"), Set.of("category"), null, null),
                                null,
                                KEY))
                        .expectNoEvents(),
                Code.COMMAND_REUSED);
        var repeat = draft(first)
                .when(new ReviseDraft(DRAFT, PHONE, fields(Map.of("title", "Fire")), 0, KEY))
                .expectNoEvents();
        expectReceipt(repeat, receipt -> assertThat(receipt.firstTime()).isFalse());
    }

    @Test
    void of_an_access_token_the_fact_keeps_a_hash_and_the_same_word_changes_nothing() {
        var typed = token("Rosebud", 1);
        draft().when(revise(DESK, new DraftChanges(Map.of(), Set.of(), null, null, typed)))
                .expectEvents(withToken(1, typed.kept()));
        draft(withToken(1, typed.kept()))
                .when(revise(PHONE, new DraftChanges(Map.of(), Set.of(), null, null, token(" rosebud ", 2))))
                .expectNoEvents();
        draft(withToken(1, typed.kept()))
                .when(revise(DESK, changes(Map.of(), Set.of("accessToken"), null, null)))
                .expectEvents(new DraftRevised(
                        2,
                        Map.of(),
                        List.of("accessToken"),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        "desk",
                        null));
    }

    @Test
    void a_command_id_names_one_access_token_only() {
        var first = new DraftChanges(Map.of("title", "Fire"), Set.of(), null, null, token("Rosebud", 1));
        var other = new DraftChanges(Map.of("title", "Fire"), Set.of(), null, null, token("Rosebush", 3));
        var again = new DraftChanges(Map.of("title", "Fire"), Set.of(), null, null, token("ROSEBUD", 4));
        var fact = Revising.decide(new DraftState(), first, DESK, KEY).orElseThrow();

        assertThat(Revising.asksFor(fact, again)).isTrue();
        assertThat(Revising.asksFor(fact, other)).isFalse();
        assertThat(Revising.asksFor(fact, fields(Map.of("title", "Fire")))).isFalse();
    }

    private static DraftChanges.Token token(String word, int salt) {
        return new DraftChanges.Token(word, AccessTokens.of(word, new byte[] {(byte) salt}));
    }

    private static DraftRevised withToken(int revision, AccessToken token) {
        return new DraftRevised(
                revision, Map.of(), List.of(), List.of(), List.of(), null, List.of(), List.of(), "desk", null, null,
                null, null, token);
    }

    @Test
    void packages_take_the_place_of_the_one_list_and_give_it_back() {
        var packages = List.of(
                new DraftPackage("A", List.of(31), List.of()),
                new DraftPackage("B", List.of(33), List.of(new DraftPool("Hive", null, 3, 1))));
        var saved = new DraftChanges(
                Map.of(),
                Set.of(),
                new DraftChanges.Questions(List.of(question(31), question(33)), List.of(), packages),
                null,
                null);
        var fact = lists(2, List.of(question(33)), List.of(32), List.of(31, 33), packages);
        draft(complete()).when(revise(DESK, saved)).expectEvents(fact);
        draft(complete(), fact)
                .when(revise(DESK, changes(Map.of(), Set.of(), List.of(question(33)), null)))
                .expectEvents(lists(3, List.of(), List.of(31), List.of(33), List.of()));
        draft(complete(), fact)
                .when(revise(DESK, changes(Map.of(), Set.of("packages"), null, null)))
                .expectEvents(lists(3, List.of(), List.of(31, 33), List.of(), List.of()));
        draft(complete())
                .when(revise(DESK, changes(Map.of(), Set.of("packages"), null, null)))
                .expectNoEvents();
    }

    private static DraftRevised lists(
            int revision,
            List<DraftQuestion> changed,
            List<Integer> removed,
            List<Integer> order,
            List<DraftPackage> packages) {
        return new DraftRevised(
                revision, Map.of(), List.of(), changed, removed, order, List.of(), List.of(), "desk", null, null, null,
                packages, null);
    }

    @Test
    void a_locked_draft_is_not_revised() {
        var result = draft(complete(), new DraftLocked(1, null))
                .when(revise(DESK, fields(Map.of("title", "Fire"))))
                .expectNoEvents();
        expectReply(
                result,
                reply -> assertThat(Objects.requireNonNull(reply.refusal()).code())
                        .isEqualTo(Code.DRAFT_LOCKED));
    }
}
