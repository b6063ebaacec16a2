package org.examledger.command.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.command.session.CommandMemory.Fate;
import org.examledger.command.session.Phase.Ended;
import org.examledger.command.session.Phase.Overdue;
import org.examledger.command.session.Phase.Running;
import org.examledger.command.session.Phase.Shut;
import org.examledger.command.session.Phase.Startable;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.SessionTimedOut;
import org.jspecify.annotations.Nullable;

/** Answers: owner, then repeat, then attempt and end, then paper, in this order on every path (R6). */
final class Answering {
    private Answering() {}

    static Decision decide(SelectAnswer command, Session session, Instant now) {
        var seen = session.memory().seen(command.commandId());
        if (seen.isPresent() && session.isOwnedBy(command.person())) {
            return repeat(seen.get(), command.answer(), command.epoch(), session, now);
        }
        var decision = decide(
                command.person(), command.epoch(), List.of(command.answer()), command.commandId(), "", session, now);
        return decision.withResults(List.of());
    }

    static Decision decide(SelectAnswers command, Session session, Instant now) {
        var isNew = session.memory().seen(command.commandId()).isEmpty();
        if (!isNew && session.isOwnedBy(command.person()) && !allSeen(command.epoch(), command.answers(), session)) {
            return Decision.refused(Refusals.commandReused());
        }
        return decide(
                command.person(), command.epoch(), command.answers(), command.commandId(), "answers", session, now);
    }

    private static Decision decide(
            String person,
            int epoch,
            List<AnswerGiven> answers,
            @Nullable UUID commandId,
            String field,
            Session session,
            Instant now) {
        if (!session.isOwnedBy(person)) {
            return Decision.refused(Refusals.notFound());
        }
        if (anyReused(epoch, answers, session)) {
            return Decision.refused(Refusals.commandReused());
        }
        if (allSeen(epoch, answers, session) && !anyLate(epoch, answers, session)) {
            return placed(epoch, answers, commandId, session);
        }
        return switch (session.phaseAt(epoch, now)) {
            case Shut s -> Decision.refused(Refusals.notStarted());
            case Startable s -> Decision.refused(Refusals.notStarted());
            case Running r -> decideWhileRunning(epoch, answers, commandId, field, session);
            case Overdue(var deadline) ->
                LateAnswers.refuse(epoch, answers, commandId, session, SessionStatus.TIMED_OUT, deadline)
                        .after(List.of(new SessionTimedOut(deadline)));
            case Ended(var status, var at) -> LateAnswers.refuse(epoch, answers, commandId, session, status, at);
        };
    }

    private static Decision decideWhileRunning(
            int epoch, List<AnswerGiven> answers, @Nullable UUID commandId, String field, Session session) {
        if (epoch > session.state().epoch()) {
            return Decision.refused(Refusals.epochNeverIssued());
        }
        return onPaper(epoch, answers, commandId, field, session);
    }

    /** Answers of an epoch that was issued, or is being. */
    static Decision onPaper(
            int epoch, List<AnswerGiven> answers, @Nullable UUID commandId, String field, Session session) {
        var wrong = new PaperCheck(session.state().paper()).of(answers, field);
        if (!wrong.isEmpty()) {
            return Decision.refused(Refusals.notOnPaper(wrong));
        }
        return placed(epoch, answers, commandId, session);
    }

    private static Decision placed(int epoch, List<AnswerGiven> answers, @Nullable UUID commandId, Session session) {
        var placement = new AnswerPlacement(session, epoch, commandId);
        placement.place(answers);
        var first = placement.outcome() == Outcome.DUPLICATE
                ? placement.results().getFirst().first()
                : null;
        return new Decision(
                List.copyOf(placement.facts()),
                epoch,
                placement.outcome(),
                first,
                List.copyOf(placement.results()),
                List.of(),
                null,
                null);
    }

    /** An answer that was late stays so, also when the end was taken back and it was not accepted. */
    private static Decision repeat(
            CommandMemory.Seen seen, AnswerGiven answer, int epoch, Session session, Instant now) {
        if (!seen.content().equals(content(answer))) {
            return Decision.refused(Refusals.commandReused());
        }
        if (seen.fate() == Fate.LATE && session.phaseAt(epoch, now) instanceof Ended(var status, var at)) {
            return Decision.refused(Refusals.sessionClosed(status, at, true));
        }
        return Decision.duplicate(epoch, seen.fate().outcome());
    }

    static Content content(AnswerGiven answer) {
        return Content.answer(answer.questionId(), answer.optionIds(), answer.pageIndex());
    }

    /** Whether an answer's place in the order was taken before by another content, also within one command (R2). */
    static boolean anyReused(int epoch, List<AnswerGiven> answers, Session session) {
        Map<Long, Content> here = new HashMap<>();
        return answers.stream().anyMatch(answer -> {
            var content = content(answer);
            var before = here.putIfAbsent(answer.clientSeq(), content);
            return (before != null && !before.equals(content))
                    || session.memory()
                            .seen(new ClientOrder(epoch, answer.clientSeq()))
                            .filter(seen -> !seen.content().equals(content))
                            .isPresent();
        });
    }

    private static boolean allSeen(int epoch, List<AnswerGiven> answers, Session session) {
        return answers.stream()
                .allMatch(answer -> session.memory()
                        .seen(new ClientOrder(epoch, answer.clientSeq()))
                        .isPresent());
    }

    private static boolean anyLate(int epoch, List<AnswerGiven> answers, Session session) {
        return answers.stream()
                .flatMap(answer -> session.memory().seen(new ClientOrder(epoch, answer.clientSeq())).stream())
                .anyMatch(seen -> seen.fate() == Fate.LATE);
    }
}
