package org.examledger.endtoend.examlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.examledger.endtoend.examlog.Click.AnswerGiven;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class GeneratedExamLogTest {
    @Test
    void a_seed_gives_one_log_and_another_seed_another() {
        assertThat(GeneratedExamLog.of(20, 5)).isEqualTo(GeneratedExamLog.of(20, 5));
        assertThat(GeneratedExamLog.of(20, 5).students())
                .isNotEqualTo(GeneratedExamLog.of(20, 6).students());
    }

    @RepeatedTest(5)
    void it_has_the_shape_of_the_real_exam() {
        var seed = ThreadLocalRandom.current().nextLong(1_000_000);
        System.out.println("GeneratedExamLogTest seed " + seed);
        var log = GeneratedExamLog.of(1_575, seed);

        assertThat(log.rows()).as("seed %d", seed).isBetween(95_000, 120_000);
        var answers = log.students().stream()
                .flatMap(student -> Click.of(student).stream())
                .filter(AnswerGiven.class::isInstance)
                .count();
        assertThat(answers).as("seed %d", seed).isBetween(21_000L, 26_000L);
        assertThat(log.students()).as("seed %d", seed).allSatisfy(GeneratedExamLogTest::isPossible);
    }

    /** Every question seen, options 1..11, time never going back, and the fold of the clicks is the last rows. */
    private static void isPossible(StudentLog student) {
        assertThat(student.finalOptions().keySet()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(student.visits()).isSortedAccordingTo((a, b) -> Long.compare(a.atMillis(), b.atMillis()));
        assertThat(student.visits())
                .allSatisfy(visit -> assertThat(visit.optionId()).isBetween(1, 11));

        var folded = new TreeMap<Integer, Integer>();
        var clicks = Click.of(student);
        for (var click : clicks) {
            if (click instanceof AnswerGiven answer) {
                folded.put(answer.questionId(), answer.optionId());
            }
        }
        assertThat(folded).isEqualTo(student.finalOptions());
        assertThat(clicks.getLast().pageIndex()).isEqualTo(student.finalPage());
        assertThat(clicks)
                .extracting(Click::clientSeq)
                .doesNotHaveDuplicates()
                .isSorted()
                .endsWith((long) clicks.size());
    }
}
