package org.examledger.command.exam;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.examledger.command.handling.PortalNumbers;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.handling.Refusal.Field;
import org.examledger.events.exam.AccessTokenRenewed;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.exam.ExamTimeExtended;
import org.examledger.events.exam.ReviewPolicyChanged;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.AccessTokens;
import org.examledger.events.rules.NameBasedId;
import org.examledger.events.session.TimerPolicy;

/**
 * HC's hand on a locked exam.
 *
 * <p>An exam that was closed early or cancelled takes no more workers and no other times. A closed one still takes what
 * concerns its results and sessions that are reopened: key, review policy, access token; a cancelled one takes nothing.
 */
final class Managing {
    private static final int MOST_WORKERS = 20_000;

    /** However much an exam is shortened, this is left to those who have not started. */
    private static final int SHORTEST_SECONDS = 60;

    private Managing() {}

    static ExamDecision decide(ExamCommand command, ExamState exam) {
        var seen = exam.seen(command.commandId());
        if (seen.isPresent()) {
            return isRepeat(command, seen.get(), exam) ? ExamDecision.nothingNew() : ExamDecision.refused(reused());
        }
        return switch (command) {
            case AssignWorkers it -> decide(it, exam);
            case RescheduleExam it -> decide(it, exam);
            case ExtendExam it -> decide(it, exam);
            case CloseExam it -> decide(it, exam);
            case CancelExam it -> decide(it, exam);
            case CorrectAnswerKey it -> decide(it, exam);
            case ChangeReviewPolicy it -> decide(it, exam);
            case RenewAccessToken it -> decide(it, exam);
        };
    }

    private static ExamDecision decide(AssignWorkers command, ExamState exam) {
        var newcomers = command.workers().stream()
                .filter(it -> exam.worker(it.person()).isEmpty())
                .toList();
        if (newcomers.isEmpty()) {
            return ExamDecision.nothingNew();
        }
        if (exam.end() != null) {
            return ExamDecision.refused(ended(exam.end()));
        }
        if (exam.workers().size() + newcomers.size() > MOST_WORKERS) {
            return invalid("workers", "there must be at most " + MOST_WORKERS + " on an exam");
        }
        return ExamDecision.of(new WorkersAssigned(
                newcomers.stream().map(it -> assigned(it, exam)).toList(), command.commandId()));
    }

    /** The portal's numbers are taken last, when nothing else stands against it. */
    static ExamDecision decide(AssignWorkers command, ExamState exam, PortalNumbers numbers) {
        var decision = decide((ExamCommand) command, exam);
        if (!(decision.fact() instanceof WorkersAssigned assigned)) {
            return decision;
        }
        var wanted = new TreeMap<Integer, String>();
        for (var worker : assigned.workers()) {
            if (worker.portalSessionId() != null) {
                wanted.put(worker.portalSessionId(), worker.person());
            }
        }
        var others = wanted.isEmpty()
                ? Set.<Integer>of()
                : numbers.take(exam.locked().examId(), wanted);
        return others.isEmpty()
                ? decision
                : invalid(new TreeSet<>(others)
                        .stream()
                                .map(it ->
                                        new Field("workers", "portalSessionId " + it + " belongs to another session"))
                                .toList());
    }

    private static AssignedWorker assigned(Newcomer worker, ExamState exam) {
        var number = worker.portalSessionId();
        var sessionId = NameBasedId.ofSession(exam.locked().examId(), worker.person(), number);
        return new AssignedWorker(worker.person(), sessionId, worker.extraMinutes(), number);
    }

    private static ExamDecision decide(RescheduleExam command, ExamState exam) {
        if (exam.end() != null) {
            return ExamDecision.refused(ended(exam.end()));
        }
        var window = new WrittenWindow(command.opensAt(), command.windowEndsAt());
        var reasons = window.reasonsAgainst(exam.locked().zone());
        if (!reasons.isEmpty()) {
            return invalid(reasons);
        }
        if (command.windowEndsAt() == null && exam.locked().timerPolicy() == TimerPolicy.ACTIVE_TIME) {
            return invalid("windowEndsAt", "is missing, and the time of this exam ends with its window");
        }
        return ExamDecision.of(rescheduled(command));
    }

    private static ExamRescheduled rescheduled(RescheduleExam command) {
        return new ExamRescheduled(command.opensAt(), command.windowEndsAt(), command.reason(), command.commandId());
    }

    private static ExamDecision decide(ExtendExam command, ExamState exam) {
        if (exam.end() != null) {
            return ExamDecision.refused(ended(exam.end()));
        }
        var seconds = 60L * exam.locked().durationMinutes() + exam.extensionSeconds() + command.seconds();
        if (command.includeNotStarted() && (seconds < SHORTEST_SECONDS || seconds > WrittenWindow.LONGEST_SECONDS)) {
            return invalid("seconds", "would leave less than a minute or make more than a year of the exam");
        }
        return ExamDecision.of(extended(command));
    }

    private static ExamTimeExtended extended(ExtendExam command) {
        return new ExamTimeExtended(
                command.seconds(), command.reason(), command.includeNotStarted(), command.commandId());
    }

    /** Closing again what was closed gets the first one's result, as with a single session (R4). */
    private static ExamDecision decide(CloseExam command, ExamState exam) {
        return switch (exam.end()) {
            case null -> ExamDecision.of(new ExamClosedEarly(command.reason(), command.scoring(), command.commandId()));
            case CLOSED -> ExamDecision.nothingNew();
            case CANCELLED -> ExamDecision.refused(ended(ExamState.End.CANCELLED));
        };
    }

    private static ExamDecision decide(CancelExam command, ExamState exam) {
        return switch (exam.end()) {
            case null -> ExamDecision.of(new ExamCancelled(command.reason(), command.commandId()));
            case CLOSED -> ExamDecision.refused(ended(ExamState.End.CLOSED));
            case CANCELLED -> ExamDecision.nothingNew();
        };
    }

    private static ExamDecision decide(CorrectAnswerKey command, ExamState exam) {
        var question = exam.question(command.questionId());
        if (question.isEmpty()) {
            return ExamDecision.refused(notOnPaper("questionId", "is not a question of this exam"));
        }
        var options = question.get().options().stream().map(ExamOption::id).collect(Collectors.toSet());
        if (!options.containsAll(command.correct())) {
            return ExamDecision.refused(notOnPaper("correct", "names an option that the question does not have"));
        }
        if (exam.end() == ExamState.End.CANCELLED) {
            return ExamDecision.refused(ended(exam.end()));
        }
        if (Set.copyOf(exam.correct(command.questionId())).equals(command.correct())) {
            return ExamDecision.nothingNew();
        }
        return ExamDecision.of(new AnswerKeyCorrected(
                command.questionId(),
                command.correct().stream().sorted().toList(),
                exam.keyVersion() + 1,
                command.reason(),
                command.commandId()));
    }

    private static ExamDecision decide(ChangeReviewPolicy command, ExamState exam) {
        if (exam.end() == ExamState.End.CANCELLED) {
            return ExamDecision.refused(ended(exam.end()));
        }
        return exam.reviewAfterEnd() == command.reviewAfterEnd()
                ? ExamDecision.nothingNew()
                : ExamDecision.of(
                        new ReviewPolicyChanged(command.reviewAfterEnd(), command.reason(), command.commandId()));
    }

    private static ExamDecision decide(RenewAccessToken command, ExamState exam) {
        if (exam.end() == ExamState.End.CANCELLED) {
            return ExamDecision.refused(ended(exam.end()));
        }
        var kept = AccessTokens.of(command.word().text(), command.salt());
        return ExamDecision.of(new AccessTokenRenewed(kept, command.commandId()));
    }

    /**
     * Whether a command asks for what that fact brought (R2). What a command named without changing it is not in the
     * fact, so it is not compared.
     */
    private static boolean isRepeat(ExamCommand command, ExamFact seen, ExamState exam) {
        return switch (command) {
            case AssignWorkers it ->
                seen instanceof WorkersAssigned fact
                        && it.workers().stream()
                                .map(worker -> assigned(worker, exam))
                                .collect(Collectors.toSet())
                                .containsAll(fact.workers());
            case RescheduleExam it -> seen.equals(rescheduled(it));
            case ExtendExam it -> seen.equals(extended(it));
            case CloseExam it -> seen.equals(new ExamClosedEarly(it.reason(), it.scoring(), it.commandId()));
            case CancelExam it -> seen.equals(new ExamCancelled(it.reason(), it.commandId()));
            case CorrectAnswerKey it ->
                seen instanceof AnswerKeyCorrected fact
                        && fact.questionId() == it.questionId()
                        && new HashSet<>(fact.correct()).equals(it.correct())
                        && fact.reason().equals(it.reason());
            case ChangeReviewPolicy it ->
                seen.equals(new ReviewPolicyChanged(it.reviewAfterEnd(), it.reason(), it.commandId()));
            case RenewAccessToken it ->
                seen instanceof AccessTokenRenewed fact
                        && AccessTokens.opens(fact.accessToken(), it.word().text());
        };
    }

    /** Those whom a command was about and who are on the exam now. */
    static List<AssignedWorker> workersOf(ExamCommand command, ExamState exam) {
        return command instanceof AssignWorkers it
                ? it.workers().stream()
                        .map(Newcomer::person)
                        .distinct()
                        .map(exam::worker)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    private static Refusal ended(ExamState.End end) {
        var detail = end == ExamState.End.CLOSED ? "The exam was closed." : "The exam was cancelled.";
        return Refusal.of(Code.EXAM_CLOSED, detail, Map.of("examStatus", end.name()));
    }

    private static Refusal reused() {
        return Refusal.of(Code.COMMAND_REUSED, "This command was sent before with another content.");
    }

    private static Refusal notOnPaper(String field, String message) {
        return Refusal.of(
                Code.NOT_ON_PAPER, "The exam has no such question or option.", List.of(new Field(field, message)));
    }

    private static ExamDecision invalid(String field, String message) {
        return invalid(List.of(new Field(field, message)));
    }

    private static ExamDecision invalid(List<Field> fields) {
        return ExamDecision.refused(Refusal.of(Code.INVALID_REQUEST, "The request is not valid.", fields));
    }
}
