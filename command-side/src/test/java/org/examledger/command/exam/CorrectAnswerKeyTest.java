package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.session.CloseScoring;
import org.junit.jupiter.api.Test;

class CorrectAnswerKeyTest extends ExamSpec {
    private static final CorrectAnswerKey CORRECT = new CorrectAnswerKey(EXAM, 31, Set.of(3, 1), "Both", KEY);
    private static final AnswerKeyCorrected CORRECTED = new AnswerKeyCorrected(31, List.of(1, 3), 2, "Both", KEY);

    @Test
    void each_correction_makes_the_next_version_of_the_key() {
        says(receipt -> assertThat(receipt.keyVersion()).isEqualTo(2))
                .accept(exam().when(CORRECT).expectEvents(CORRECTED));
        says(receipt -> assertThat(receipt.keyVersion()).isEqualTo(3))
                .accept(exam(CORRECTED)
                        .when(new CorrectAnswerKey(EXAM, 32, Set.of(), "Void", OTHER_KEY))
                        .expectEvents(new AnswerKeyCorrected(32, List.of(), 3, "Void", OTHER_KEY)));
    }

    @Test
    void what_is_the_key_already_changes_nothing() {
        accepted()
                .accept(exam().when(new CorrectAnswerKey(EXAM, 31, Set.of(2), "Sure", null))
                        .expectNoEvents());
        accepted().accept(exam(CORRECTED).when(CORRECT).expectNoEvents());
    }

    @Test
    void another_content_under_the_same_id_is_refused() {
        refused(Code.COMMAND_REUSED)
                .accept(exam(CORRECTED)
                        .when(new CorrectAnswerKey(EXAM, 32, Set.of(1, 3), "Both", KEY))
                        .expectNoEvents());
    }

    @Test
    void question_and_options_must_be_the_exams() {
        refused(
                        Code.NOT_ON_PAPER,
                        it -> assertThat(it.fields().getFirst().field()).isEqualTo("questionId"))
                .accept(exam().when(new CorrectAnswerKey(EXAM, 33, Set.of(1), "Odd", null))
                        .expectNoEvents());
        refused(
                        Code.NOT_ON_PAPER,
                        it -> assertThat(it.fields().getFirst().field()).isEqualTo("correct"))
                .accept(exam().when(new CorrectAnswerKey(EXAM, 31, Set.of(4), "Odd", null))
                        .expectNoEvents());
    }

    @Test
    void a_closed_exam_takes_corrections_and_a_cancelled_one_has_nothing_to_correct() {
        accepted()
                .accept(exam(new ExamClosedEarly("alarm", CloseScoring.FROM_ANSWERS, null))
                        .when(CORRECT)
                        .expectEvents(CORRECTED));
        refused(Code.EXAM_CLOSED)
                .accept(exam(new ExamCancelled("leaked", null)).when(CORRECT).expectNoEvents());
    }
}
