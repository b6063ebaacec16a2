package org.examledger.command.exam;

import java.util.List;
import java.util.UUID;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamPackage;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.rules.NameBasedId;
import org.examledger.events.session.TimerPolicy;
import org.jspecify.annotations.Nullable;

/** What the tests of exams share: an exam of 45 minutes in Jakarta, from the first to the third of December. */
final class ExamSpec {
    static final UUID EXAM = UUID.fromString("22222222-2222-4222-8222-222222222222");
    static final UUID KEY = UUID.fromString("33333333-3333-4333-8333-333333333333");
    static final UUID OTHER_KEY = UUID.fromString("44444444-4444-4444-8444-444444444444");

    private ExamSpec() {}

    static ExamLocked locked(@Nullable List<ExamPackage> packages, List<Integer> questionIds) {
        return new ExamLocked(
                EXAM,
                "Safety",
                "K3",
                "2026-12-01",
                "2026-12-03",
                "Asia/Jakarta",
                45,
                90,
                70,
                10,
                TimerPolicy.WALL_CLOCK,
                true,
                false,
                questionIds.stream().map(ExamSpec::question).toList(),
                packages,
                4711,
                null,
                null);
    }

    static ExamQuestion question(int id) {
        return new ExamQuestion(
                id,
                "Question " + id,
                List.of(new ExamOption(1, "yes"), new ExamOption(2, "no"), new ExamOption(3, "both")),
                List.of(2),
                false,
                5);
    }

    static AssignedWorker worker(String person, int extraMinutes) {
        return new AssignedWorker(person, NameBasedId.ofSession(EXAM, person), extraMinutes);
    }
}
