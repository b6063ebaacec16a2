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
import org.examledger.events.session.AbandonCause;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionFellSilent;
import org.examledger.events.session.SessionTimedOut;

/** What automations come to see: time that is over, and silence. Each is told when it is worth looking again. */
final class Watching {
    private Watching() {}

    static Decision decide(ExpireSession command, Session session, Instant now) {
        return switch (session.phaseAt(now)) {
            case Shut s -> Decision.refused(Refusals.notStarted());
            case Startable s -> Decision.refused(Refusals.notStarted());
            case Running r -> Decision.refused(Refusals.notOver()).lookingAgainAt(overAt(session, now));
            case Overdue(var deadline) -> Decision.stored(0, new SessionTimedOut(deadline));
            case Ended(var status, var at) ->
                status == SessionStatus.TIMED_OUT
                        ? Decision.duplicate(0, Outcome.STORED)
                        : Decision.refused(Refusals.sessionClosed(status, at, false));
        };
    }

    /** The first instant at which an answer would not count any more, as it looks now. */
    private static Instant overAt(Session session, Instant now) {
        var life = session.state().life();
        return Objects.requireNonNull(life.deadlineAt(now))
                .plusSeconds(life.graceSeconds())
                .plusMillis(1);
    }

    static Decision decide(MarkSilent command, Session session, Instant now) {
        return switch (session.phaseAt(now)) {
            case Shut s -> Decision.refused(Refusals.notStarted());
            case Startable s -> Decision.refused(Refusals.notStarted());
            case Running r -> decideWhileRunning(command, session, now);
            case Overdue(var deadline) -> Ending.timedOut(deadline);
            case Ended(var status, var at) -> Decision.refused(Refusals.sessionClosed(status, at, false));
        };
    }

    /** Within the grace nobody is expected to give a sign of life. */
    private static Decision decideWhileRunning(MarkSilent command, Session session, Instant now) {
        var state = session.state();
        var last = Objects.requireNonNull(state.lastSignOfLife());
        var silentFrom = (command.since().isAfter(last) ? command.since() : last).plus(command.silence());
        if (now.isBefore(silentFrom)) {
            return Decision.refused(Refusals.notSilent()).lookingAgainAt(silentFrom);
        }
        if (state.silentSince() != null || state.life().isPastDeadlineAt(now)) {
            return Decision.answered(0, List.of()).lookingAgainAt(now.plus(command.silence()));
        }
        return state.silentMayResume()
                ? Decision.stored(0, new SessionFellSilent(last, null)).lookingAgainAt(now.plus(command.silence()))
                : Decision.stored(0, new SessionAbandoned(AbandonCause.SILENT, state.epoch(), null));
    }
}
