package org.examledger.command.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.examledger.command.session.Content.Kind;
import org.examledger.command.session.Phase.Ended;
import org.examledger.command.session.Phase.Overdue;
import org.examledger.command.session.Phase.Running;
import org.examledger.command.session.Phase.Shut;
import org.examledger.command.session.Phase.Startable;
import org.examledger.events.rules.ActiveTime;
import org.examledger.events.rules.SessionLife;
import org.examledger.events.rules.TimeChanges;
import org.examledger.events.session.SessionRescheduled;
import org.examledger.events.session.TimeExtended;

/** Changes of a session's time and of its window (R8, R10, R11). */
final class Timekeeping {
    static final String OUTAGE = "The service was not available.";

    private Timekeeping() {}

    static Decision decide(ExtendTime command, Session session, Instant now) {
        var content = Content.of(Kind.EXTEND, command.seconds(), command.reason());
        return Repeats.of(command.commandId(), content, session).orElseGet(() -> switch (session.phaseAt(now)) {
            case Shut s -> beforeTheStart(command, session, now);
            case Startable s -> beforeTheStart(command, session, now);
            case Running r -> Decision.stored(0, extended(command, session, now));
            case Overdue(var deadline) -> Ending.timedOut(deadline);
            case Ended(var status, var at) -> Decision.refused(Refusals.sessionClosed(status, at, false));
        });
    }

    private static Decision beforeTheStart(ExtendTime command, Session session, Instant now) {
        return command.includeNotStarted()
                ? Decision.stored(0, extended(command, session, now))
                : Decision.refused(Refusals.notStarted());
    }

    private static TimeExtended extended(ExtendTime command, Session session, Instant now) {
        var changed = TimeChanges.extended(session.state().life(), command.seconds(), now);
        return new TimeExtended(
                command.seconds(),
                command.reason(),
                Math.toIntExact(changed.allowedSeconds()),
                changed.deadlineAt(now),
                command.commandId());
    }

    /** Who was running when the outage began gets it back, also when his time ran out meanwhile. */
    static Decision decide(CompensateOutage command, Session session, Instant now) {
        var life = session.state().life();
        var seconds = secondsLost(command, life);
        return Repeats.of(command.commandId(), Content.of(Kind.EXTEND, seconds, OUTAGE), session)
                .orElseGet(() -> switch (session.phaseAt(now)) {
                    case Shut s -> Decision.refused(Refusals.notStarted());
                    case Startable s -> Decision.refused(Refusals.notStarted());
                    case Running r -> compensated(command, life, seconds, now);
                    case Overdue o -> compensated(command, life, seconds, now);
                    case Ended(var status, var at) -> Decision.refused(Refusals.sessionClosed(status, at, false));
                });
    }

    private static Decision compensated(CompensateOutage command, SessionLife life, int seconds, Instant now) {
        var startedAt = life.startedAt();
        if (startedAt == null || startedAt.isAfter(command.until()) || life.isOverAt(command.from())) {
            return Decision.refused(Refusals.notTouched());
        }
        var changed = TimeChanges.extended(life, seconds, now);
        return Decision.stored(
                0,
                new TimeExtended(
                        seconds,
                        OUTAGE,
                        Math.toIntExact(changed.allowedSeconds()),
                        changed.deadlineAt(now),
                        command.commandId()));
    }

    /**
     * What the outage took, since the start of who started after the last sign of the service. Where only active time
     * counts, it is a gap like any other and took a minute at most (R10).
     */
    private static int secondsLost(CompensateOutage command, SessionLife life) {
        var start = life.startedAt();
        var from = start != null && start.isAfter(command.from()) ? start : command.from();
        var length = from.isAfter(command.until()) ? Duration.ZERO : Duration.between(from, command.until());
        var lost = life.activeTime() != null && length.toMillis() > ActiveTime.GAP_MILLIS
                ? Duration.ofMillis(ActiveTime.GAP_MILLIS)
                : length;
        return Math.toIntExact(Math.ceilDiv(lost.toMillis(), 1000));
    }

    static Decision decide(RescheduleSession command, Session session, Instant now) {
        var windowEndsAt = Optional.ofNullable(command.windowEndsAt());
        var content = Content.of(Kind.RESCHEDULE, command.opensAt(), windowEndsAt, command.reason());
        return Repeats.of(command.commandId(), content, session).orElseGet(() -> switch (session.phaseAt(now)) {
            case Shut s -> Decision.stored(0, rescheduled(command));
            case Startable s -> Decision.stored(0, rescheduled(command));
            case Running r -> Decision.stored(0, rescheduled(command));
            case Overdue(var deadline) -> Ending.timedOut(deadline);
            case Ended(var status, var at) -> Decision.refused(Refusals.sessionClosed(status, at, false));
        });
    }

    private static SessionRescheduled rescheduled(RescheduleSession command) {
        return new SessionRescheduled(command.opensAt(), command.windowEndsAt(), command.reason(), command.commandId());
    }
}
