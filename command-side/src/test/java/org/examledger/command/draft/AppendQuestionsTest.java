package org.examledger.command.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftPackage;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.exam.Picture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Questions that are imported come to those that are there, by an ordinary save. */
class AppendQuestionsTest extends DraftSpec {
    private static final DraftPool POOL = new DraftPool("Java", "easy", 2, 1);

    private static DraftChanges appending(@Nullable String toPackage, DraftQuestion... questions) {
        return DraftChanges.appending(new DraftChanges.Appendix(List.of(questions), toPackage));
    }

    private static ReviseDraft append(DraftChanges changes) {
        return new ReviseDraft(DRAFT, DESK, changes, null, KEY);
    }

    private static DraftRevised brought(
            int revision,
            List<DraftQuestion> questions,
            List<Integer> order,
            DraftChanges changes,
            @Nullable List<DraftPackage> packages) {
        return new DraftRevised(
                revision,
                Map.of(),
                List.of(),
                questions,
                List.of(),
                order,
                List.of(),
                List.of(),
                "desk",
                KEY,
                ContentHash.of(changes),
                null,
                packages,
                null);
    }

    private static DraftRevised packages(DraftPackage... packages) {
        return new DraftRevised(
                1,
                Map.of(),
                List.of(),
                List.of(question(4), question(9)),
                List.of(),
                List.of(4, 9),
                List.of(),
                List.of(),
                "desk",
                null,
                null,
                null,
                List.of(packages),
                null);
    }

    @Test
    void questions_get_the_next_free_ids_behind_those_that_are_there() {
        var changes = appending(null, question(1), question(2));
        var result = draft(complete())
                .when(append(changes))
                .expectEvents(
                        brought(2, List.of(question(33, 1), question(34, 2)), List.of(32, 31, 33, 34), changes, null));
        expectReceipt(result, receipt -> assertThat(receipt.questionIds()).containsExactly(33, 34));
    }

    @Test
    void an_empty_draft_begins_at_one_and_nothing_to_append_is_no_fact() {
        var changes = appending(null, question(7));
        draft().when(append(changes)).expectEvents(brought(1, List.of(question(1, 7)), List.of(1), changes, null));
        draft(complete()).when(append(appending(null))).expectNoEvents();
    }

    @Test
    void the_highest_id_there_can_be_leaves_room_below() {
        var changes = appending(null, question(1), question(2));
        var high = brought(
                1, List.of(question(Integer.MAX_VALUE), question(1)), List.of(Integer.MAX_VALUE, 1), changes, null);
        var result = draft(new DraftRevised(
                        1,
                        Map.of(),
                        List.of(),
                        high.questions(),
                        List.of(),
                        high.questionOrder(),
                        List.of(),
                        List.of(),
                        "desk",
                        null))
                .when(append(changes));
        expectReceipt(result, receipt -> assertThat(receipt.questionIds()).containsExactly(2, 3));
    }

    @Test
    void a_package_takes_them_behind_its_own() {
        var changes = appending("A", question(1));
        draft(packages(new DraftPackage("A", List.of(4), List.of(POOL)), new DraftPackage("B", List.of(9), List.of())))
                .when(append(changes))
                .expectEvents(brought(
                        2,
                        List.of(question(10, 1)),
                        List.of(4, 10, 9),
                        changes,
                        List.of(
                                new DraftPackage("A", List.of(4, 10), List.of(POOL)),
                                new DraftPackage("B", List.of(9), List.of()))));
    }

    @Test
    void it_must_be_clear_which_package() {
        var twins =
                packages(new DraftPackage("A", List.of(4), List.of()), new DraftPackage("A", List.of(9), List.of()));
        expectRefusal(draft(twins).when(append(appending(null, question(1)))).expectNoEvents(), Code.INVALID_REQUEST);
        expectRefusal(draft(twins).when(append(appending("A", question(1)))).expectNoEvents(), Code.INVALID_REQUEST);
        expectRefusal(draft(twins).when(append(appending("C", question(1)))).expectNoEvents(), Code.INVALID_REQUEST);
        expectRefusal(
                draft(complete()).when(append(appending("A", question(1)))).expectNoEvents(), Code.INVALID_REQUEST);
    }

    @Test
    void a_repeat_has_no_second_effect_and_another_file_under_the_same_id_is_refused() {
        var changes = appending(null, question(1));
        var first = brought(2, List.of(question(33, 1)), List.of(32, 31, 33), changes, null);

        var repeat = draft(complete(), first).when(append(changes)).expectNoEvents();
        expectReceipt(repeat, receipt -> {
            assertThat(receipt.questionIds()).containsExactly(33);
            assertThat(receipt.firstTime()).isFalse();
        });
        expectRefusal(
                draft(complete(), first)
                        .when(append(appending(null, question(2))))
                        .expectNoEvents(),
                Code.COMMAND_REUSED);
        expectRefusal(
                draft(complete(), first)
                        .when(append(appending("A", question(1))))
                        .expectNoEvents(),
                Code.COMMAND_REUSED);
        var shown = question(1);
        var pictures = List.of(new Picture("a".repeat(64), "image/png", null));
        expectRefusal(
                draft(complete(), first)
                        .when(append(appending(
                                null,
                                new DraftQuestion(
                                        shown.id(),
                                        shown.text(),
                                        shown.options(),
                                        shown.correct(),
                                        shown.multiple(),
                                        shown.points(),
                                        pictures))))
                        .expectNoEvents(),
                Code.COMMAND_REUSED);
    }

    @Test
    void a_locked_draft_takes_none() {
        expectRefusal(
                draft(complete(), new DraftLocked(1, null))
                        .when(append(appending(null, question(1))))
                        .expectNoEvents(),
                Code.DRAFT_LOCKED);
    }

    private static DraftQuestion question(int id, int as) {
        var like = question(as);
        return new DraftQuestion(id, like.text(), like.options(), like.correct(), like.multiple(), like.points());
    }
}
