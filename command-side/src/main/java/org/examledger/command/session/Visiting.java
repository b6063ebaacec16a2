package org.examledger.command.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.examledger.command.session.Phase.Ended;
import org.examledger.command.session.Phase.Overdue;
import org.examledger.command.session.Phase.Running;
import org.examledger.command.session.Phase.Shut;
import org.examledger.command.session.Phase.Startable;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.rules.SessionState;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.SessionTimedOut;
import org.jspecify.annotations.Nullable;

/** Pages and heartbeats: they say where the worker is, and after the end they are answered without a trace. */
final class Visiting {
    /** A heartbeat sooner than this after another sign of life tells nothing new. */
    private static final Duration QUIET = Duration.ofSeconds(20);

    /** A changed visibility is worth a fact, but not a flicker of it. */
    private static final Duration FLICKER = Duration.ofSeconds(2);

    private Visiting() {}

    static Decision decide(ChangePage command, Session session, Instant now) {
        if (!session.isOwnedBy(command.person())) {
            return Decision.refused(Refusals.notFound());
        }
        var seen = session.memory().seen(command.commandId(), new ClientOrder(command.epoch(), command.clientSeq()));
        if (seen.isPresent()) {
            return seen.get().content().equals(Content.page(command.pageIndex()))
                    ? Decision.duplicate(command.epoch(), seen.get().fate().outcome())
                    : Decision.refused(Refusals.commandReused());
        }
        return switch (session.phaseAt(command.epoch(), now)) {
            case Shut s -> Decision.refused(Refusals.notStarted());
            case Startable s -> Decision.refused(Refusals.notStarted());
            case Running r -> decideWhileRunning(command, session);
            case Overdue(var deadline) ->
                Decision.answered(command.epoch(), List.of()).after(List.of(new SessionTimedOut(deadline)));
            case Ended e -> Decision.answered(command.epoch(), List.of());
        };
    }

    private static Decision decideWhileRunning(ChangePage command, Session session) {
        if (command.epoch() > session.state().epoch()) {
            return Decision.refused(Refusals.epochNeverIssued());
        }
        return onPaper(command, null, session);
    }

    /** A page change of an epoch that was issued, or is being. */
    static Decision onPaper(ChangePage command, @Nullable Integer elapsedSeconds, Session session) {
        var wrong = new PaperCheck(session.state().paper()).ofPage(command.pageIndex());
        if (!wrong.isEmpty()) {
            return Decision.refused(Refusals.notOnPaper(wrong));
        }
        return Decision.stored(
                command.epoch(),
                new PageChanged(
                        command.pageIndex(),
                        command.epoch(),
                        command.clientSeq(),
                        command.clientTime(),
                        command.commandId(),
                        elapsedSeconds));
    }

    static Decision decide(SendHeartbeat command, Session session, Instant now) {
        if (!session.isOwnedBy(command.person())) {
            return Decision.refused(Refusals.notFound());
        }
        var seen = session.memory().seen(command.commandId());
        if (seen.isPresent()) {
            return seen.get().content().equals(Content.HEARTBEAT)
                    ? Decision.duplicate(command.epoch(), Outcome.STORED)
                            .withNotices(session.news().untold())
                    : Decision.refused(Refusals.commandReused());
        }
        return switch (session.phaseAt(command.epoch(), now)) {
            case Shut s -> Decision.refused(Refusals.notStarted());
            case Startable s -> Decision.refused(Refusals.notStarted());
            case Running r -> decideWhileRunning(command, session, now);
            case Overdue(var deadline) ->
                Decision.answered(command.epoch(), Notices.ofEnd(SessionStatus.TIMED_OUT, deadline, ""))
                        .after(List.of(new SessionTimedOut(deadline)));
            case Ended(var status, var at) ->
                Decision.answered(
                        command.epoch(),
                        Notices.ofEnd(status, at, session.news().reasonOf(status)));
        };
    }

    private static Decision decideWhileRunning(SendHeartbeat command, Session session, Instant now) {
        var state = session.state();
        if (command.epoch() > state.epoch()) {
            return Decision.refused(Refusals.epochNeverIssued());
        }
        if (command.epoch() < state.epoch()) {
            return Decision.answered(command.epoch(), Notices.takenOver(now));
        }
        return tellsSomethingNew(command, state, now)
                ? Decision.stored(
                                command.epoch(),
                                new HeartbeatReceived(
                                        command.visibility(),
                                        command.epoch(),
                                        command.clientTime(),
                                        command.commandId()))
                        .withNotices(session.news().untold())
                : Decision.answered(command.epoch(), session.news().untold());
    }

    private static boolean tellsSomethingNew(SendHeartbeat command, SessionState state, Instant now) {
        var last = state.lastSignOfLife();
        if (last == null) {
            return true;
        }
        if (command.visibility() == state.visibility()) {
            return !now.isBefore(last.plus(QUIET));
        }
        var heartbeat = state.lastHeartbeat();
        return heartbeat == null || !now.isBefore(heartbeat.plus(FLICKER));
    }
}
