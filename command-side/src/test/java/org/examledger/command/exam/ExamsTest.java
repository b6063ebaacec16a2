package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.examledger.events.exam.ExamTimeExtended;
import org.examledger.events.exam.WorkersAssigned;
import org.junit.jupiter.api.Test;

class ExamsTest {
    private final ExamsOfATest log = new ExamsOfATest();
    private final Exams exams = log.exams();

    @Test
    void an_exam_that_nobody_locked_is_none() {
        assertThat(exams.current(UUID.randomUUID())).isEmpty();
    }

    @Test
    void an_exam_is_folded_once_as_long_as_nothing_happens_to_it() {
        log.store(ExamSpec.locked(null, List.of(31)));

        assertThat(exams.current(ExamSpec.EXAM).orElseThrow())
                .isSameAs(exams.current(ExamSpec.EXAM).orElseThrow());
    }

    @Test
    void what_another_process_stored_meanwhile_is_seen() {
        log.store(ExamSpec.locked(null, List.of(31)), new WorkersAssigned(List.of(ExamSpec.FIRST), null));
        var before = exams.current(ExamSpec.EXAM).orElseThrow();
        log.store(new ExamTimeExtended(600, "noise", true, null));

        assertThat(exams.current(ExamSpec.EXAM).orElseThrow().timing("person-a").durationSeconds())
                .isEqualTo(60 * 45 + 600);
        assertThat(before.timing("person-a").durationSeconds())
                .as("what somebody looks at does not change under his eyes")
                .isEqualTo(60 * 45);
    }
}
