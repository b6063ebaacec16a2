package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.session.CloseScoring;
import org.junit.jupiter.api.Test;

class CloseExamTest extends ExamSpec {
    private static final CloseExam CLOSE = new CloseExam(EXAM, "alarm", CloseScoring.FROM_ANSWERS, KEY);
    private static final ExamClosedEarly CLOSED = new ExamClosedEarly("alarm", CloseScoring.FROM_ANSWERS, KEY);

    @Test
    void hc_closes_an_exam_for_everybody() {
        says(receipt -> assertThat(receipt.sessions()).isEqualTo(2))
                .accept(exam().when(CLOSE).expectEvents(CLOSED));
    }

    @Test
    void a_repeat_and_a_second_close_get_the_first_ones_result() {
        accepted().accept(exam(CLOSED).when(CLOSE).expectNoEvents());
        accepted()
                .accept(exam(CLOSED)
                        .when(new CloseExam(EXAM, "second thoughts", CloseScoring.ZERO, OTHER_KEY))
                        .expectNoEvents());
    }

    @Test
    void another_content_under_the_same_id_is_refused() {
        refused(Code.COMMAND_REUSED)
                .accept(exam(CLOSED)
                        .when(new CloseExam(EXAM, "alarm", CloseScoring.ZERO, KEY))
                        .expectNoEvents());
    }

    @Test
    void what_was_cancelled_is_not_closed() {
        refused(Code.EXAM_CLOSED)
                .accept(exam(new ExamCancelled("leaked", null)).when(CLOSE).expectNoEvents());
    }
}
