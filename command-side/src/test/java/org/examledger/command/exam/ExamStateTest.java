package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.command.exam.ExamSpec.locked;
import static org.examledger.command.exam.ExamSpec.worker;

import java.time.Instant;
import java.util.List;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.exam.ExamTimeExtended;
import org.examledger.events.exam.ReviewPolicyChanged;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.junit.jupiter.api.Test;

class ExamStateTest {
    @Test
    void a_session_gets_the_window_resolved_in_the_zone_and_the_workers_extra_minutes() {
        var exam = after(new WorkersAssigned(List.of(worker("person-a", 0), worker("person-b", 15)), null));

        assertThat(exam.timing("person-b"))
                .isEqualTo(new Timing(
                        Instant.parse("2026-11-30T17:00:00Z"),
                        Instant.parse("2026-12-03T17:00:00Z"),
                        "Asia/Jakarta",
                        3600,
                        90,
                        TimerPolicy.WALL_CLOCK,
                        null));
        assertThat(exam.timing("person-a").durationSeconds()).isEqualTo(2700);
    }

    @Test
    void who_comes_late_gets_the_times_as_they_are_now() {
        var exam = after(
                new ExamRescheduled("2026-12-08T09:30", null, "Snow", null),
                new ExamTimeExtended(600, "Projector failed", true, null),
                new WorkersAssigned(List.of(worker("person-c", 5)), null));

        assertThat(exam.timing("person-c"))
                .isEqualTo(new Timing(
                        Instant.parse("2026-12-08T02:30:00Z"),
                        null,
                        "Asia/Jakarta",
                        3600,
                        90,
                        TimerPolicy.WALL_CLOCK,
                        null));
    }

    @Test
    void an_extension_for_those_who_were_sitting_is_not_for_those_who_come_later() {
        var exam = after(new ExamTimeExtended(600, "Fire drill", false, null));

        assertThat(exam.timing("person-d").durationSeconds()).isEqualTo(2700);
    }

    @Test
    void the_key_and_the_review_policy_are_those_of_the_last_correction() {
        var exam = after(
                new AnswerKeyCorrected(31, List.of(1, 3), 2, "Both are right", null),
                new AnswerKeyCorrected(32, List.of(), 3, "Void", null),
                new ReviewPolicyChanged(true, "Asked for", null));

        assertThat(exam.correct(31)).containsExactly(1, 3);
        assertThat(exam.correct(32)).isEmpty();
        assertThat(exam.keyVersion()).isEqualTo(3);
        assertThat(exam.reviewAfterEnd()).isTrue();
    }

    private static ExamState after(ExamFact... facts) {
        var exam = new ExamState();
        exam.evolve(locked(null, List.of(31, 32)));
        for (var fact : facts) {
            exam.evolve(fact);
        }
        return exam;
    }
}
