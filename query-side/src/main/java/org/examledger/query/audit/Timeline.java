package org.examledger.query.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.examledger.events.Actor;
import org.examledger.events.rules.SessionLife;
import org.examledger.events.rules.SessionState;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.LateAnswersAccepted;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionFellSilent;
import org.examledger.events.session.SessionReopened;
import org.examledger.events.session.SessionRescheduled;
import org.examledger.events.session.SessionReset;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.TimeExtended;
import org.examledger.events.session.WorkerWithdrawn;
import org.examledger.query.audit.TimelineEntry.Kind;
import org.examledger.query.audit.TimelineEntry.Person;
import org.examledger.query.people.Names;
import org.jspecify.annotations.Nullable;

/** Tells a session's facts as a story, with the gaps between them. */
final class Timeline {
    private final Names names;
    private final SessionState state = new SessionState();
    private final List<TimelineEntry> entries = new ArrayList<>();

    private Timeline(Names names) {
        this.names = names;
    }

    static List<TimelineEntry> of(Past past, Names names) {
        var timeline = new Timeline(names);
        past.session().forEach(timeline::take);
        return timeline.entries;
    }

    private void take(PastFact it) {
        if (!(it.fact() instanceof SessionFact fact)) {
            throw new IllegalStateException(it.type() + " in the stream of a session");
        }
        var before = state.isAssigned() ? state.life() : null;
        if (before != null && isRunning(before)) {
            addSilence(before.lastSignOfLife(), it, fact);
        }
        var kind = kindOf(fact, it.actor().role());
        state.evolve(fact, it.at());
        entries.add(TimelineEntry.fact(
                kind, it, kind == Kind.TIME_CHANGE ? secondsMore(fact, before) : null, personOf(it.actor())));
    }

    private static boolean isRunning(SessionLife life) {
        return life.startedAt() != null && life.ended() == null;
    }

    /** A silence ends with a sign of life or with the session; what others do meanwhile does not end it. */
    private void addSilence(@Nullable Instant lastSign, PastFact it, SessionFact fact) {
        if (lastSign == null || !endsSilence(fact)) {
            return;
        }
        if (Duration.between(lastSign, it.at()).compareTo(SessionLife.ONLINE) > 0) {
            entries.add(TimelineEntry.silence(lastSign, it.at()));
        }
    }

    private static boolean endsSilence(SessionFact fact) {
        return switch (fact) {
            case SessionStarted _,
                    SessionResumed _,
                    AnswerSelected _,
                    AnswerSuperseded _,
                    PageChanged _,
                    HeartbeatReceived _,
                    SessionSubmitted _,
                    ExamClosed _,
                    SessionTimedOut _,
                    SessionAbandoned _,
                    WorkerWithdrawn _,
                    SessionCancelled _,
                    SessionReset _ -> true;
            case SessionAssigned _,
                    SessionRescheduled _,
                    TimeExtended _,
                    SessionFellSilent _,
                    LateAnswerReceived _,
                    LateAnswersAccepted _,
                    SessionReopened _ -> false;
        };
    }

    private static Kind kindOf(SessionFact fact, Actor.Role by) {
        return switch (fact) {
            case SessionAssigned _ -> Kind.ASSIGNED;
            case SessionStarted _, SessionResumed _ -> Kind.STARTED;
            case AnswerSelected _ -> Kind.ANSWER;
            case AnswerSuperseded _ -> Kind.OVERTAKEN_ANSWER;
            case LateAnswerReceived _ -> Kind.LATE_ANSWER;
            case PageChanged _ -> Kind.PAGE;
            case HeartbeatReceived _ -> Kind.SIGN_OF_LIFE;
            case SessionFellSilent _ -> Kind.SILENCE;
            case TimeExtended _, SessionRescheduled _ -> Kind.TIME_CHANGE;
            case SessionReopened _, SessionReset _, LateAnswersAccepted _ -> Kind.STAFF_ACTION;
            case ExamClosed _, WorkerWithdrawn _, SessionCancelled _ ->
                by == Actor.Role.SYSTEM ? Kind.END : Kind.STAFF_ACTION;
            case SessionSubmitted _, SessionTimedOut _, SessionAbandoned _ -> Kind.END;
        };
    }

    /** By how much the time that the worker has became longer; what was asked for may not have been possible. */
    private static @Nullable Long secondsMore(SessionFact fact, @Nullable SessionLife before) {
        return fact instanceof TimeExtended it && before != null ? it.allowedSeconds() - before.allowedSeconds() : null;
    }

    private Person personOf(Actor actor) {
        return new Person(actor.person(), actor.role().word(), names.nameOf(actor.person()));
    }
}
