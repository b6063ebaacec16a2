package org.examledger.endtoend.examlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.endtoend.examlog.Click.AnswerGiven;
import org.junit.jupiter.api.Test;

class RealExamLogTest {
    @Test
    void the_real_exam_has_the_counts_its_readme_names() {
        var log = ExamLogs.realOrGenerated(20_260_115);
        var answers = clicks(log, true);
        var pageChanges = clicks(log, false);

        assertThat(log.students()).hasSize(1_575);
        if (ExamLogs.realExam().isPresent()) {
            assertThat(log.rows()).isEqualTo(107_025);
            assertThat(answers).isEqualTo(23_052);
            assertThat(pageChanges).isEqualTo(106_953);
        } else {
            assertThat(log.rows()).isBetween(95_000, 120_000);
            assertThat(answers).isBetween(20_000L, 26_000L);
            assertThat(pageChanges).isBetween(95_000L, 120_000L);
        }
    }

    private static long clicks(ExamLog log, boolean answers) {
        return log.students().stream()
                .flatMap(student -> Click.of(student).stream())
                .filter(click -> click instanceof AnswerGiven == answers)
                .count();
    }
}
