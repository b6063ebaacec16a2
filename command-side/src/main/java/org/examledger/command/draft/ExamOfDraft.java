package org.examledger.command.draft;

import java.util.UUID;
import org.examledger.command.pool.PoolsAtHand;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.NameBasedId;
import org.examledger.events.session.TimerPolicy;

/** Makes an exam's first facts of a draft against which there is no reason. */
final class ExamOfDraft {
    private static final int QUESTIONS_PER_PAGE = 10;

    private final UUID examId;
    private final DraftState draft;
    private final PoolsAtHand pools;

    ExamOfDraft(UUID examId, DraftState draft, PoolsAtHand pools) {
        this.examId = examId;
        this.draft = draft;
        this.pools = pools;
    }

    ExamLocked locked(LockDraft command) {
        var drawn = new QuestionsOfExam(draft, pools, command.seed());
        return new ExamLocked(
                examId,
                text("title", ""),
                text("category", ""),
                text("opensAt", ""),
                (String) draft.fields().get("windowEndsAt"),
                text("zone", command.defaults().zone()),
                number("durationMinutes", 0),
                number("graceSeconds", command.defaults().graceSeconds()),
                number("passPercentage", 0),
                number("questionsPerPage", QUESTIONS_PER_PAGE),
                TimerPolicy.valueOf(text("timerPolicy", TimerPolicy.WALL_CLOCK.name())),
                isSet("silentMayResume", true),
                isSet("reviewAfterEnd", false),
                drawn.questions(),
                drawn.packages(),
                command.seed(),
                draft.accessToken(),
                command.commandId());
    }

    WorkersAssigned workers(LockDraft command) {
        var workers = draft.workers().values().stream()
                .map(it -> new AssignedWorker(
                        it.person(),
                        NameBasedId.ofSession(examId, it.person(), it.portalSessionId()),
                        it.extraMinutes(),
                        it.portalSessionId()))
                .toList();
        return new WorkersAssigned(workers, command.commandId());
    }

    private String text(String field, String otherwise) {
        return (String) draft.fields().getOrDefault(field, otherwise);
    }

    private int number(String field, int otherwise) {
        return (int) draft.fields().getOrDefault(field, otherwise);
    }

    private boolean isSet(String field, boolean otherwise) {
        return (boolean) draft.fields().getOrDefault(field, otherwise);
    }
}
