package org.examledger.endtoend.replay;

import java.time.Duration;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.examlog.Click.AnswerGiven;
import org.examledger.endtoend.examlog.ExamLog;
import org.examledger.endtoend.examlog.Seeds;

/** A whole exam: written, locked and sat by all students of a log. */
final class Replay {
    private final LedgerClient client;
    private final ExamLog log;
    private final ReplayOptions options;
    private final Tally tally = new Tally();

    Replay(LedgerClient client, ExamLog log, ReplayOptions options) {
        this.client = client;
        this.log = log.first(options.students());
        this.options = options;
    }

    /** May be read while the replay runs. */
    Tally tally() {
        return tally;
    }

    ReplayedExam run() {
        var exam = MidtermExam.lock(client, log, tally);
        var sessions = exam.sessionsByWorker();
        var sittings = log.students().stream()
                .map(student -> new Sitting(student, sessions.getOrDefault("worker-" + student.student(), "none")))
                .toList();
        var start = System.nanoTime();
        Parallel.forEach(sittings, options.parallelism(), this::sit);
        return new ReplayedExam(exam.examId(), sittings, tally, Duration.ofNanos(System.nanoTime() - start));
    }

    private void sit(Sitting sitting) {
        var random = Seeds.of(options.seed(), sitting.student().hashCode());
        var plan = ArrivalPlan.of(sitting.clicks(), options.submitShare(), random);
        var answers =
                sitting.clicks().stream().filter(AnswerGiven.class::isInstance).count();
        tally.answers.add(answers);
        tally.pageChanges.add(sitting.clicks().size() - answers);
        tally.duplicates.add(plan.duplicates());
        try {
            new StudentReplay(client, sitting, plan, tally).run();
        } catch (RuntimeException broken) {
            sitting.trouble(broken.toString());
        }
    }
}
