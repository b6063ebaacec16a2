package org.examledger.command.draft;

import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.NameBasedId;
import org.examledger.events.session.TimerPolicy;

/** Makes an exam's first facts of a draft against which there is no reason. */
final class ExamOfDraft {
    private static final int QUESTIONS_PER_PAGE = 10;

    private final UUID examId;
    private final DraftState draft;

    ExamOfDraft(UUID examId, DraftState draft) {
        this.examId = examId;
        this.draft = draft;
    }

    ExamLocked locked(LockDraft command) {
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
                TimerPolicy.WALL_CLOCK,
                isSet("silentMayResume", true),
                isSet("reviewAfterEnd", false),
                draft.questions().stream().map(ExamOfDraft::question).toList(),
                null,
                command.seed(),
                null,
                command.commandId());
    }

    WorkersAssigned workers(LockDraft command) {
        var workers = draft.workers().values().stream()
                .map(it ->
                        new AssignedWorker(it.person(), NameBasedId.ofSession(examId, it.person()), it.extraMinutes()))
                .toList();
        return new WorkersAssigned(workers, command.commandId());
    }

    /** Multiple choice unless said otherwise when more than one option is right. */
    private static ExamQuestion question(DraftQuestion question) {
        var correct = new HashSet<>(question.correct());
        return new ExamQuestion(
                question.id(),
                Objects.requireNonNull(question.text()),
                question.options().stream()
                        .map(it -> new ExamOption(it.id(), Objects.requireNonNull(it.text())))
                        .toList(),
                correct.stream().sorted().toList(),
                question.multiple() != null ? question.multiple() : correct.size() > 1,
                Objects.requireNonNull(question.points()));
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
