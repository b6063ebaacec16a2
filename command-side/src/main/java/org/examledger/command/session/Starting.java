package org.examledger.command.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.examledger.command.session.Phase.Ended;
import org.examledger.command.session.Phase.Overdue;
import org.examledger.command.session.Phase.Running;
import org.examledger.command.session.Phase.Shut;
import org.examledger.command.session.Phase.Startable;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionTimedOut;

/** Assigning, starting and coming back. */
final class Starting {
    private Starting() {}

    static Decision decide(AssignSession command, Session session) {
        if (session.state().isAssigned()) {
            return Decision.duplicate(0, Outcome.STORED);
        }
        return Decision.stored(
                0,
                new SessionAssigned(
                        command.sessionId(),
                        command.examId(),
                        command.person(),
                        1,
                        command.paper(),
                        command.timing(),
                        command.passPercentage(),
                        command.commandId()));
    }

    static Decision decide(StartSession command, Session session, ExamTerms exams, Instant now) {
        if (!session.isOwnedBy(command.person())) {
            return Decision.refused(Refusals.notFound());
        }
        var seen = session.memory().seen(command.commandId());
        if (seen.isPresent()) {
            return seen.get().content().equals(Content.START)
                    ? Decision.duplicate(seen.get().epoch(), Outcome.STORED)
                    : Decision.refused(Refusals.commandReused());
        }
        var nextEpoch = session.state().epoch() + 1;
        return switch (session.phaseAt(now)) {
            case Shut(var status) ->
                Decision.refused(Refusals.notOpen(status, session.state().life().opensAt()));
            case Startable() -> decideFirstStart(command, session, nextEpoch, exams, now);
            case Running() ->
                Decision.stored(
                        nextEpoch,
                        new SessionResumed(nextEpoch, command.clientId(), command.device(), command.commandId()));
            case Overdue(var deadline) ->
                Decision.refused(Refusals.sessionClosed(SessionStatus.TIMED_OUT, deadline, false))
                        .after(List.of(new SessionTimedOut(deadline)));
            case Ended(var status, var at) -> Decision.refused(Refusals.sessionClosed(status, at, false));
        };
    }

    /** The word is asked for when an attempt begins, and never again (R16). */
    private static Decision decideFirstStart(
            StartSession command, Session session, int epoch, ExamTerms exams, Instant now) {
        var word = command.accessToken();
        return exams.admits(session.state().examId(), word == null ? null : word.text())
                ? Decision.stored(epoch, started(command, session, epoch, now))
                : Decision.refused(Refusals.tokenRequired());
    }

    /** The window limits starting only, unless active time counts: then it ends the session too (R8, R10). */
    private static SessionStarted started(StartSession command, Session session, int epoch, Instant now) {
        var life = session.state().life();
        var deadline = Objects.requireNonNull(
                life.started(now, now.plusSeconds(life.allowedSeconds())).deadlineAt(now));
        return new SessionStarted(epoch, command.clientId(), command.device(), deadline, command.commandId());
    }
}
