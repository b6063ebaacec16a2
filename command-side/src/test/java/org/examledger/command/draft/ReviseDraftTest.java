package org.examledger.command.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftWorker;
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
        var newer = new org.examledger.events.draft.DraftQuestion(32, "Which?", changed, List.of(1), null, 5);
        draft(complete())
                .when(revise(
                        DESK, new DraftChanges(Map.of(), Set.of(), List.of(newer, question(31), question(33)), null)))
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
                        new DraftChanges(
                                Map.of(), Set.of(), List.of(question(31)), List.of(new DraftWorker("person-b", 15)))))
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
                .when(revise(DESK, new DraftChanges(Map.of(), Set.of("category", "zone"), null, null)))
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
                                new DraftChanges(Map.of("title", "Fire"), Set.of("category"), null, null),
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
