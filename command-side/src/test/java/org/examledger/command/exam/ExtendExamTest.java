package org.examledger.command.exam;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ExamTimeExtended;
import org.junit.jupiter.api.Test;

class ExtendExamTest extends ExamSpec {
    private static final ExtendExam MORE = new ExtendExam(EXAM, 600, "Fire drill", true, KEY);
    private static final ExamTimeExtended EXTENDED = new ExamTimeExtended(600, "Fire drill", true, KEY);

    @Test
    void everybody_gets_more_time() {
        accepted().accept(exam().when(MORE).expectEvents(EXTENDED));
    }

    @Test
    void a_repeat_has_no_second_effect_and_another_content_is_refused() {
        accepted().accept(exam(EXTENDED).when(MORE).expectNoEvents());
        refused(Code.COMMAND_REUSED)
                .accept(exam(EXTENDED)
                        .when(new ExtendExam(EXAM, 600, "Fire drill", false, KEY))
                        .expectNoEvents());
    }

    @Test
    void the_same_extension_as_another_command_is_a_second_one() {
        accepted()
                .accept(exam(EXTENDED)
                        .when(new ExtendExam(EXAM, 600, "Fire drill", true, OTHER_KEY))
                        .expectEvents(new ExamTimeExtended(600, "Fire drill", true, OTHER_KEY)));
    }

    @Test
    void those_who_have_not_started_are_left_a_minute() {
        accepted()
                .accept(exam().when(new ExtendExam(EXAM, -2640, "Shorter", true, null))
                        .expectEvents(new ExamTimeExtended(-2640, "Shorter", true, null)));
        refused(Code.INVALID_REQUEST)
                .accept(exam().when(new ExtendExam(EXAM, -2641, "Shorter", true, null))
                        .expectNoEvents());
        refused(Code.INVALID_REQUEST)
                .accept(exam(new ExamTimeExtended(-2000, "Shorter", true, null))
                        .when(new ExtendExam(EXAM, -641, "Shorter", true, null))
                        .expectNoEvents());
    }

    @Test
    void an_exam_that_was_cancelled_is_not_extended() {
        refused(Code.EXAM_CLOSED)
                .accept(exam(new ExamCancelled("leaked", null)).when(MORE).expectNoEvents());
    }
}
