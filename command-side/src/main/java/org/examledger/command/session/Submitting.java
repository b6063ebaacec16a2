package org.examledger.command.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.examledger.command.handling.Refusal;
import org.examledger.command.session.Phase.Ended;
import org.examledger.command.session.Phase.Overdue;
import org.examledger.command.session.Phase.Running;
import org.examledger.command.session.Phase.Shut;
import org.examledger.command.session.Phase.Startable;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;

/** Handing in: exactly one end, the same command again gets it, any other is told who won (R4). */
final class Submitting {
    private Submitting() {}

    static Decision decide(SubmitSession command, Session session, Instant now) {
        if (!session.isOwnedBy(command.person())) {
            return Decision.refused(Refusals.notFound());
        }
        var seen = session.memory().seen(command.commandId(), new ClientOrder(command.epoch(), command.clientSeq()));
        if (seen.isPresent()) {
            return seen.get().content().equals(Content.SUBMIT)
                    ? Decision.duplicate(command.epoch(), Outcome.STORED)
                    : Decision.refused(Refusals.commandReused());
        }
        return switch (session.phaseAt(command.epoch(), now)) {
            case Shut s -> Decision.refused(Refusals.notStarted());
            case Startable s -> Decision.refused(Refusals.notStarted());
            case Running r -> decideWhileRunning(command, session);
            case Overdue(var deadline) ->
                tooLate(command, session, SessionStatus.TIMED_OUT, deadline)
                        .after(List.of(new SessionTimedOut(deadline)));
            case Ended(var status, var at) -> tooLate(command, session, status, at);
        };
    }

    private static Decision decideWhileRunning(SubmitSession command, Session session) {
        var state = session.state();
        if (command.epoch() > state.epoch()) {
            return Decision.refused(Refusals.epochNeverIssued());
        }
        if (command.epoch() < state.epoch()) {
            return Decision.refused(Refusals.takenOver(state.epoch()));
        }
        return onPaper(command, session);
    }

    /** A submit of the newest epoch, or of one that is being issued. */
    static Decision onPaper(SubmitSession command, Session session) {
        if (Answering.anyReused(command.epoch(), command.answers(), session)
                || command.answers().stream().anyMatch(it -> it.clientSeq() == command.clientSeq())) {
            return Decision.refused(Refusals.commandReused());
        }
        var wrong = wrongFields(command, new PaperCheck(session.state().paper()));
        if (!wrong.isEmpty()) {
            return Decision.refused(Refusals.notOnPaper(wrong));
        }
        var placement = new AnswerPlacement(session, command.epoch(), null);
        placement.place(command.answers());
        var missing = missing(command, placement);
        if (!missing.isEmpty() || placement.highestReceived() < command.lastAnswerSeq()) {
            return Decision.refused(Refusals.answersMissing(missing, placement.highestReceived()));
        }
        return Decision.stored(command.epoch(), submitted(command)).after(placement.facts());
    }

    private static List<Refusal.Field> wrongFields(SubmitSession command, PaperCheck paper) {
        var wrong = new ArrayList<>(paper.of(command.answers(), "answers"));
        command.current().keySet().stream()
                .filter(question -> !paper.has(question))
                .forEach(question -> wrong.add(new Refusal.Field("current." + question, "is not on the paper")));
        return wrong;
    }

    /** The questions whose answer the client believes in and the log does not hold, not even a later one (R18). */
    private static List<Integer> missing(SubmitSession command, AnswerPlacement placement) {
        return command.current().entrySet().stream()
                .filter(it -> new ClientOrder(command.epoch(), it.getValue()).isAfter(placement.newestOf(it.getKey())))
                .map(it -> it.getKey())
                .sorted()
                .toList();
    }

    private static SessionSubmitted submitted(SubmitSession command) {
        return new SessionSubmitted(command.epoch(), command.clientSeq(), command.lastAnswerSeq(), command.commandId());
    }

    /** A second submit gets the first one's end; answers that it brings anew are late all the same. */
    private static Decision tooLate(SubmitSession command, Session session, SessionStatus status, Instant at) {
        if (Answering.anyReused(command.epoch(), command.answers(), session)) {
            return Decision.refused(Refusals.commandReused());
        }
        var late = LateAnswers.refuse(command.epoch(), command.answers(), null, session, status, at);
        return status == SessionStatus.SUBMITTED
                ? Decision.duplicate(command.epoch(), Outcome.STORED).after(late.facts())
                : late;
    }
}
