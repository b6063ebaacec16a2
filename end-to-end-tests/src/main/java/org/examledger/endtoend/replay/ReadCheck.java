package org.examledger.endtoend.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.examledger.endtoend.client.Monitor;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.client.SessionResult;
import org.examledger.endtoend.examlog.ExamLog;
import org.jspecify.annotations.Nullable;

/** Do the read models show where the student ended? */
final class ReadCheck {
    /** In a long replay those who do not submit are silent after ten minutes. */
    private static final Set<String> RUNNING = Set.of("IN_PROGRESS", "SILENT");

    private final Sitting sitting;
    private final Differences differences;

    ReadCheck(Sitting sitting, Differences differences) {
        this.sitting = sitting;
        this.differences = differences;
    }

    void resume(ResumeState resume) {
        status("resume", resume.status());
        differences.expect(
                "answers of resume", EventCheck.asLists(sitting.log().finalOptions()), sorted(resume.answers()));
        differences.expect("page of resume", sitting.log().finalPage(), resume.pageIndex());
        differences.expect("pages of resume", ExamLog.QUESTIONS, resume.pages());
        differences.expect("answered of resume", answered(), resume.answered());
        differences.expect("total of resume", ExamLog.QUESTIONS, resume.total());
        differences.expect("epoch of resume", sitting.epoch(), resume.epoch());
        var last = sitting.clicks().size();
        if (resume.lastClientSeq() != last && !(sitting.submitted() && resume.lastClientSeq() == last + 1)) {
            differences.add("last client sequence of resume is " + resume.lastClientSeq() + " instead of " + last);
        }
    }

    void result(SessionResult result) {
        var points = sitting.log().finalPoints();
        var percent = 100 * points / ExamLog.MAXIMUM;
        differences.expect("status of result", "SUBMITTED", result.status());
        number("score of result", points, result.score());
        number("maximum of result", ExamLog.MAXIMUM, result.maximum());
        number("percent of result", percent, result.percent());
        differences.expect("passed of result", percent >= MidtermExam.PASS_PERCENTAGE, result.passed());
    }

    void monitor(Monitor.@Nullable Row row) {
        if (row == null) {
            differences.add("the monitor has no row");
            return;
        }
        status("monitor", row.status());
        differences.expect("name in monitor", MidtermExam.name(sitting.student()), row.workerName());
        differences.expect("answered in monitor", answered(), row.answered());
        differences.expect("total in monitor", ExamLog.QUESTIONS, row.total());
        differences.expect("page in monitor", sitting.log().finalPage(), row.pageIndex());
        if (sitting.submitted()) {
            number("score in monitor", sitting.log().finalPoints(), row.score());
        } else {
            differences.expect("score in monitor", null, row.score());
        }
    }

    private void status(String where, String status) {
        var right = sitting.submitted() ? status.equals("SUBMITTED") : RUNNING.contains(status);
        if (!right) {
            differences.add("status in " + where + " is " + status + ", submitted: " + sitting.submitted());
        }
    }

    private void number(String what, int expected, @Nullable BigDecimal actual) {
        if (actual == null || actual.compareTo(BigDecimal.valueOf(expected)) != 0) {
            differences.add(what + " is " + actual + " instead of " + expected);
        }
    }

    private int answered() {
        return sitting.log().finalOptions().size();
    }

    private static Map<Integer, List<Integer>> sorted(@Nullable Map<String, List<Integer>> answers) {
        var sorted = new TreeMap<Integer, List<Integer>>();
        if (answers != null) {
            answers.forEach((question, options) -> sorted.put(
                    Integer.valueOf(question), options.stream().sorted().toList()));
        }
        return sorted;
    }
}
