package org.examledger.query.life;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.rules.ActiveTime;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.rules.SessionLife;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.CloseScoring;
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
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Visibility;
import org.examledger.events.session.WorkerWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * What a read model remembers of a session: whose it is, the instants from which its status follows, and where the worker
 * is. The same as {@link org.examledger.events.rules.SessionState} with its answers only counted, so that it fits into a row and
 * can go on from there.
 *
 * @param person opaque id of the owner
 * @param answered number of questions with a chosen option
 * @param position of the newest fact in this row
 */
public record SessionRow(
        UUID sessionId,
        UUID examId,
        String person,
        int attempt,
        int total,
        int questionsPerPage,
        int passPercentage,
        int answered,
        SessionLife life,
        @Nullable CloseScoring closeScoring,
        Place place,
        long position) {

    /** As its first fact made it. */
    public static SessionRow of(UUID sessionId, SessionAssigned fact, long position) {
        return new SessionRow(
                sessionId,
                fact.examId(),
                fact.person(),
                fact.attempt(),
                fact.paper().total(),
                fact.paper().questionsPerPage(),
                fact.passPercentage(),
                0,
                SessionLife.of(fact.timing()),
                null,
                Place.START,
                position);
    }

    /** After another fact, at the time and the position of its row. */
    public SessionRow after(SessionFact fact, Instant at, long next) {
        return switch (fact) {
            case SessionAssigned it -> of(sessionId, it, next);
            case SessionRescheduled it -> with(life.rescheduled(it.opensAt(), it.windowEndsAt(), at), place, next);
            case SessionStarted it -> with(life.started(at, it.deadline()), place.in(it.epoch()), next);
            case SessionResumed it -> with(life.resumed(at), place.in(it.epoch()), next);
            case AnswerSelected it -> {
                var order = new ClientOrder(it.epoch(), it.clientSeq());
                yield received(order, at, place.received(order).turnedTo(it.pageIndex(), order), next);
            }
            case AnswerSuperseded it -> {
                var order = new ClientOrder(it.epoch(), it.clientSeq());
                yield received(order, at, place.received(order), next);
            }
            case PageChanged it -> {
                var order = new ClientOrder(it.epoch(), it.clientSeq());
                yield received(order, at, place.received(order).turnedTo(it.pageIndex(), order), next);
            }
            case HeartbeatReceived it -> with(life.seen(at, it.visibility()), place, next);
            case TimeExtended it -> with(life.extended(it.allowedSeconds(), it.deadline(), at), place, next);
            case SessionFellSilent it -> with(life, place, next);
            case SessionSubmitted it -> with(life.ended(SessionStatus.SUBMITTED, at), place, next);
            case ExamClosed it ->
                with(life.ended(SessionStatus.CLOSED, at), place, next).scored(it.scoring());
            case SessionTimedOut it -> with(life.ended(SessionStatus.TIMED_OUT, it.endedAt()), place, next);
            case SessionAbandoned it -> with(life.ended(SessionStatus.ABANDONED, at), place, next);
            case WorkerWithdrawn it -> with(life.ended(SessionStatus.WITHDRAWN, at), place, next);
            case SessionCancelled it -> with(life.ended(SessionStatus.CANCELLED, at), place, next);
            case LateAnswerReceived it -> with(life, place, next);
            case SessionReopened it ->
                with(life.reopened(it.allowedSeconds(), it.deadline(), at), place, next)
                        .scored(null);
            case LateAnswersAccepted it -> with(life, place.accepted(it.answers()), next);
            case SessionReset it -> reset(it, next);
        };
    }

    /** Another attempt begins; epochs go on (R1). */
    private SessionRow reset(SessionReset fact, long next) {
        return new SessionRow(
                sessionId,
                examId,
                person,
                fact.attempt(),
                fact.paper().total(),
                fact.paper().questionsPerPage(),
                fact.passPercentage(),
                0,
                SessionLife.of(fact.timing()),
                null,
                Place.START.in(place.epoch()),
                next);
    }

    private SessionRow received(ClientOrder order, Instant at, Place where, long next) {
        var visibility = order.epoch() == place.epoch() ? Visibility.VISIBLE : life.visibility();
        return with(life.seen(at, visibility), where, next);
    }

    private SessionRow with(SessionLife changed, Place where, long next) {
        return with(answered, changed, closeScoring, where, next);
    }

    private SessionRow scored(@Nullable CloseScoring scoring) {
        return with(answered, life, scoring, place, position);
    }

    public SessionRow answered(int number) {
        return with(number, life, closeScoring, place, position);
    }

    /** The same attempt, otherwise. */
    private SessionRow with(int number, SessionLife changed, @Nullable CloseScoring scoring, Place where, long next) {
        return new SessionRow(
                sessionId,
                examId,
                person,
                attempt,
                total,
                questionsPerPage,
                passPercentage,
                number,
                changed,
                scoring,
                where,
                next);
    }

    TimerPolicy timerPolicy() {
        return life.activeTime() == null ? TimerPolicy.WALL_CLOCK : TimerPolicy.ACTIVE_TIME;
    }

    /** What was used of the time; nothing where the wall clock counts. */
    ActiveTime activeTime() {
        var used = life.activeTime();
        return used == null ? ActiveTime.UNUSED : used;
    }

    /** Number of pages of the paper. */
    public int pages() {
        return (total + questionsPerPage - 1) / questionsPerPage;
    }

    /** The current page; the first one when the remembered one is not on the paper. */
    public int pageIndex() {
        return place.pageIndex() < pages() ? place.pageIndex() : 0;
    }
}
