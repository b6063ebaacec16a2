package org.examledger.command.exam;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ReviewPolicyChanged;
import org.junit.jupiter.api.Test;

class ChangeReviewPolicyTest extends ExamSpec {
    private static final ChangeReviewPolicy SHOW = new ChangeReviewPolicy(EXAM, true, "Asked for", KEY);
    private static final ReviewPolicyChanged SHOWN = new ReviewPolicyChanged(true, "Asked for", KEY);

    @Test
    void right_answers_are_shown_from_now_on() {
        accepted().accept(exam().when(SHOW).expectEvents(SHOWN));
    }

    @Test
    void what_holds_already_changes_nothing() {
        accepted()
                .accept(exam().when(new ChangeReviewPolicy(EXAM, false, "No", null))
                        .expectNoEvents());
        accepted().accept(exam(SHOWN).when(SHOW).expectNoEvents());
    }

    @Test
    void another_content_under_the_same_id_is_refused() {
        refused(Code.COMMAND_REUSED)
                .accept(exam(SHOWN)
                        .when(new ChangeReviewPolicy(EXAM, false, "Asked for", KEY))
                        .expectNoEvents());
    }

    @Test
    void a_cancelled_exam_has_nothing_to_show() {
        refused(Code.EXAM_CLOSED)
                .accept(exam(new ExamCancelled("leaked", null)).when(SHOW).expectNoEvents());
    }
}
