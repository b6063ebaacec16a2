package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.session.CloseScoring;
import org.junit.jupiter.api.Test;

class RescheduleExamTest extends ExamSpec {
    private static final RescheduleExam MOVE = new RescheduleExam(EXAM, "2026-12-08T09:30", "2026-12-09", "Snow", KEY);
    private static final ExamRescheduled MOVED = new ExamRescheduled("2026-12-08T09:30", "2026-12-09", "Snow", KEY);

    @Test
    void the_times_are_kept_as_hc_wrote_them() {
        says(receipt -> assertThat(receipt.sessions()).isEqualTo(2))
                .accept(exam().when(MOVE).expectEvents(MOVED));
    }

    @Test
    void a_repeat_has_no_second_effect_and_another_content_is_refused() {
        accepted().accept(exam(MOVED).when(MOVE).expectNoEvents());
        refused(Code.COMMAND_REUSED)
                .accept(exam(MOVED)
                        .when(new RescheduleExam(EXAM, "2026-12-08T09:31", "2026-12-09", "Snow", KEY))
                        .expectNoEvents());
    }

    @Test
    void times_must_make_sense() {
        refuses(new RescheduleExam(EXAM, "soon", "never", "Snow", null), "opensAt", "windowEndsAt");
        refuses(new RescheduleExam(EXAM, "2026-12-08", "2026-12-07", "Snow", null), "windowEndsAt");
        refuses(new RescheduleExam(EXAM, "1969-12-31", null, "Snow", null), "opensAt");
    }

    private void refuses(RescheduleExam command, String... fields) {
        refused(
                        Code.INVALID_REQUEST,
                        it -> assertThat(it.fields())
                                .extracting(Refusal.Field::field)
                                .containsExactly(fields))
                .accept(exam().when(command).expectNoEvents());
    }

    @Test
    void an_exam_that_has_ended_is_not_moved() {
        refused(Code.EXAM_CLOSED)
                .accept(exam(new ExamClosedEarly("alarm", CloseScoring.ZERO, null))
                        .when(MOVE)
                        .expectNoEvents());
    }
}
