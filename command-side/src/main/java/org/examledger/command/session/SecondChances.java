package org.examledger.command.session;

import java.time.Instant;
import java.util.List;
import org.examledger.command.session.Content.Kind;
import org.examledger.command.session.Phase.Ended;
import org.examledger.command.session.Phase.Overdue;
import org.examledger.command.session.Phase.Running;
import org.examledger.command.session.Phase.Shut;
import org.examledger.command.session.Phase.Startable;
import org.examledger.events.rules.SessionLife;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.rules.TimeChanges;
import org.examledger.events.session.LateAnswersAccepted;
import org.examledger.events.session.SessionReopened;
import org.examledger.events.session.SessionReset;
import org.examledger.events.session.SessionTimedOut;

/** Taking an end back, and beginning again. */
final class SecondChances {
    private SecondChances() {}

    static Decision decide(ReopenSession command, Session session, Instant now) {
        var content = Content.of(Kind.REOPEN, command.seconds(), command.reason());
        return Repeats.of(command.commandId(), content, session).orElseGet(() -> switch (session.phaseAt(now)) {
            case Shut s -> Decision.refused(Refusals.notStarted());
            case Startable s -> Decision.refused(Refusals.notStarted());
            case Running r -> Decision.refused(Refusals.notEnded());
            case Overdue(var deadline) ->
                reopened(command, session.state().life().ended(SessionStatus.TIMED_OUT, deadline), session, now)
                        .after(List.of(new SessionTimedOut(deadline)));
            case Ended(var status, var at) -> decideAfter(status, at, command, session, now);
        });
    }

    private static Decision decideAfter(
            SessionStatus status, Instant at, ReopenSession command, Session session, Instant now) {
        if (status == SessionStatus.WITHDRAWN || status == SessionStatus.CANCELLED) {
            return Decision.refused(Refusals.sessionClosed(status, at, false));
        }
        return session.state().life().startedAt() == null
                ? Decision.refused(Refusals.notStarted())
                : reopened(command, session.state().life(), session, now);
    }

    private static Decision reopened(ReopenSession command, SessionLife ended, Session session, Instant now) {
        var life = TimeChanges.reopened(ended, command.seconds(), now);
        var reopened = new SessionReopened(
                command.reason(),
                command.seconds(),
                Math.toIntExact(life.allowedSeconds()),
                now.plusSeconds(command.seconds()),
                command.commandId());
        var late = session.state().lateSinceTheEnd();
        return command.countLateAnswers() && !late.isEmpty()
                ? Decision.stored(0, new LateAnswersAccepted(late, command.commandId()))
                        .after(List.of(reopened))
                : Decision.stored(0, reopened);
    }

    static Decision decide(ResetSession command, Session session, ExamTerms exams, Instant now) {
        return Repeats.of(command.commandId(), Content.of(Kind.RESET, command.reason()), session)
                .orElseGet(() -> switch (session.phaseAt(now)) {
                    case Shut s -> Decision.refused(Refusals.notStarted());
                    case Startable s -> Decision.refused(Refusals.notStarted());
                    case Running r -> reset(command, session, exams);
                    case Overdue(var deadline) ->
                        reset(command, session, exams).after(List.of(new SessionTimedOut(deadline)));
                    case Ended(var status, var at) ->
                        status == SessionStatus.CANCELLED
                                ? Decision.refused(Refusals.sessionClosed(status, at, false))
                                : reset(command, session, exams);
                });
    }

    private static Decision reset(ResetSession command, Session session, ExamTerms exams) {
        var state = session.state();
        var attempt = state.attempt() + 1;
        var next = exams.next(state.examId(), state.person(), attempt);
        // Asked after the terms: what came in between has not been told either, and is not in them.
        if (!exams.hasToldAll(state.examId())) {
            return Decision.refused(Refusals.notToldYet());
        }
        return next.map(terms -> Decision.stored(
                        0,
                        new SessionReset(
                                command.reason(),
                                attempt,
                                terms.paper(),
                                terms.timing(),
                                terms.passPercentage(),
                                command.commandId())))
                .orElseGet(() -> Decision.refused(Refusals.noFurtherAttempt()));
    }
}
