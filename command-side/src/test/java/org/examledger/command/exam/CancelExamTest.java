package org.examledger.command.exam;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.session.CloseScoring;
import org.junit.jupiter.api.Test;

class CancelExamTest extends ExamSpec {
    private static final CancelExam CANCEL = new CancelExam(EXAM, "leaked", KEY);
    private static final ExamCancelled CANCELLED = new ExamCancelled("leaked", KEY);

    @Test
    void hc_calls_an_exam_off() {
        accepted().accept(exam().when(CANCEL).expectEvents(CANCELLED));
    }

    @Test
    void a_repeat_and_a_second_cancel_get_the_first_ones_result() {
        accepted().accept(exam(CANCELLED).when(CANCEL).expectNoEvents());
        accepted()
                .accept(exam(CANCELLED)
                        .when(new CancelExam(EXAM, "again", OTHER_KEY))
                        .expectNoEvents());
    }

    @Test
    void another_command_under_the_same_id_is_refused() {
        refused(Code.COMMAND_REUSED)
                .accept(exam(CANCELLED)
                        .when(new CloseExam(EXAM, "leaked", CloseScoring.ZERO, KEY))
                        .expectNoEvents());
    }

    @Test
    void what_was_closed_is_not_cancelled() {
        refused(Code.EXAM_CLOSED)
                .accept(exam(new ExamClosedEarly("alarm", CloseScoring.ZERO, null))
                        .when(CANCEL)
                        .expectNoEvents());
    }
}
