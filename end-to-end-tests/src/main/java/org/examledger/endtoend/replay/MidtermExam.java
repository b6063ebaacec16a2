package org.examledger.endtoend.replay;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ExamDraft;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.LockedExam;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.SavedDraft;
import org.examledger.endtoend.examlog.ExamLog;
import org.examledger.endtoend.examlog.Visit;

/** The exam of the log as HC writes and locks it. */
final class MidtermExam {
    static final String HC = "hc";
    static final int PASS_PERCENTAGE = 50;
    private static final int LONG_ENOUGH_MINUTES = 24 * 60;

    private MidtermExam() {}

    static LockedExam lock(LedgerClient client, ExamLog log, Tally tally) {
        var draft = client.sendAs(HC, Call.post(Paths.DRAFTS, draft(log)).withKey(UUID.randomUUID()))
                .as(SavedDraft.class);
        if (draft.draftId() == null) {
            throw new IllegalStateException("a draft was saved without an id");
        }
        var exam = client.sendAs(HC, Call.post(Paths.lock(draft.draftId())).withKey(UUID.randomUUID()))
                .as(LockedExam.class);
        tally.saw(exam.position());
        return exam;
    }

    /** The name HC sees. */
    static String name(String student) {
        return "Student " + student;
    }

    private static ExamDraft draft(ExamLog log) {
        return new ExamDraft(
                "Midterm",
                "replay",
                "2024-01-15",
                "UTC",
                LONG_ENOUGH_MINUTES,
                PASS_PERCENTAGE,
                1,
                log.students().stream()
                        .map(student -> new ExamDraft.Worker("worker-" + student.student(), name(student.student())))
                        .toList(),
                IntStream.rangeClosed(1, ExamLog.QUESTIONS)
                        .mapToObj(MidtermExam::question)
                        .toList());
    }

    private static ExamDraft.Question question(int id) {
        var options = IntStream.rangeClosed(1, ExamLog.OPTIONS)
                .mapToObj(option -> new ExamDraft.Option(option, "score 0." + (option - 1)))
                .toList();
        return new ExamDraft.Question(
                id, "Question " + id, options, List.of(Visit.RIGHT_OPTION), ExamLog.POINTS_PER_QUESTION);
    }
}
