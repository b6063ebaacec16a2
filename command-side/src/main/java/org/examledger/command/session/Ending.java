package org.examledger.command.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.command.session.Content.Kind;
import org.examledger.command.session.Phase.Ended;
import org.examledger.command.session.Phase.Overdue;
import org.examledger.command.session.Phase.Running;
import org.examledger.command.session.Phase.Shut;
import org.examledger.command.session.Phase.Startable;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.AbandonCause;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.WorkerWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * The ends that are no handing in: closing, cancelling, withdrawing, leaving. Exactly one end, the same command again
 * gets it, any other is told who won (R4).
 */
final class Ending {
    private Ending() {}

    static Decision decide(CloseSession command, Session session, Instant now) {
        var content = Content.of(Kind.CLOSE, command.scoring(), command.reason());
        var closed = new ExamClosed(command.reason(), command.scoring(), command.commandId());
        return Repeats.of(command.commandId(), content, session)
                .orElseGet(() -> ended(closed, SessionStatus.CLOSED, session, now));
    }

    static Decision decide(WithdrawWorker command, Session session, Instant now) {
        var content = Content.of(Kind.WITHDRAW, command.reason());
        var withdrawn = new WorkerWithdrawn(command.reason(), command.commandId());
        return Repeats.of(command.commandId(), content, session)
                .orElseGet(() -> ended(withdrawn, SessionStatus.WITHDRAWN, session, now));
    }

    static Decision decide(CancelSession command, Session session, Instant now) {
        var content = Content.of(Kind.CANCEL, command.reason());
        var cancelled = new SessionCancelled(command.reason(), command.commandId());
        return Repeats.of(command.commandId(), content, session)
                .orElseGet(() -> ended(cancelled, SessionStatus.CANCELLED, session, now));
    }

    /** HC's ends reach every session that has none, started or not. */
    private static Decision ended(SessionFact end, SessionStatus status, Session session, Instant now) {
        return switch (session.phaseAt(now)) {
            case Shut s -> Decision.stored(0, end);
            case Startable s -> Decision.stored(0, end);
            case Running r -> Decision.stored(0, end);
            case Overdue(var deadline) -> timedOut(deadline);
            case Ended(var winner, var at) -> alreadyEnded(status, winner, at);
        };
    }

    static Decision decide(AbandonSession command, Session session, Instant now) {
        if (!session.isOwnedBy(command.person())) {
            return Decision.refused(Refusals.notFound());
        }
        return Repeats.of(command.commandId(), Content.ABANDON, session)
                .orElseGet(() -> switch (session.phaseAt(command.epoch(), now)) {
                    case Shut s -> Decision.refused(Refusals.notStarted());
                    case Startable s -> Decision.refused(Refusals.notStarted());
                    case Running r -> decideWhileRunning(command, session);
                    case Overdue(var deadline) -> timedOut(deadline);
                    case Ended(var winner, var at) -> alreadyEnded(SessionStatus.ABANDONED, winner, at);
                });
    }

    private static Decision decideWhileRunning(AbandonSession command, Session session) {
        var current = session.state().epoch();
        if (command.epoch() > current) {
            return Decision.refused(Refusals.epochNeverIssued());
        }
        return command.epoch() < current
                ? Decision.refused(Refusals.takenOver(current))
                : left(current, command.commandId());
    }

    static Decision left(int epoch, @Nullable UUID commandId) {
        return Decision.stored(epoch, new SessionAbandoned(AbandonCause.LEFT, epoch, commandId));
    }

    static Decision alreadyEnded(SessionStatus asked, SessionStatus winner, Instant at) {
        return winner == asked
                ? Decision.duplicate(0, Outcome.STORED)
                : Decision.refused(Refusals.sessionClosed(winner, at, false));
    }

    /** Whatever was asked, the time was over before. */
    static Decision timedOut(Instant deadline) {
        return Decision.refused(Refusals.sessionClosed(SessionStatus.TIMED_OUT, deadline, false))
                .after(List.of(new SessionTimedOut(deadline)));
    }
}
