package org.examledger.query.life;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.rules.SessionLife;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.Visibility;
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

    static SessionRow of(UUID sessionId, SessionAssigned fact, long position) {
        var timing = fact.timing();
        var life = new SessionLife(
                timing.opensAt(),
                timing.windowEndsAt(),
                timing.durationSeconds(),
                timing.graceSeconds(),
                null,
                null,
                null,
                Visibility.VISIBLE,
                null,
                null);
        return new SessionRow(
                sessionId,
                fact.examId(),
                fact.person(),
                fact.attempt(),
                fact.paper().total(),
                fact.paper().questionsPerPage(),
                fact.passPercentage(),
                0,
                life,
                null,
                Place.START,
                position);
    }

    SessionRow after(SessionFact fact, Instant at, long next) {
        return switch (fact) {
            case SessionAssigned it -> of(sessionId, it, next);
            case SessionStarted it -> with(Lives.started(life, at, it.deadline()), place.in(it.epoch()), next);
            case SessionResumed it -> with(Lives.resumed(life, at), place.in(it.epoch()), next);
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
            case HeartbeatReceived it -> with(Lives.seen(life, at, it.visibility()), place, next);
            case SessionSubmitted it -> with(Lives.ended(life, SessionStatus.SUBMITTED, at), place, next);
            case ExamClosed it ->
                with(Lives.ended(life, SessionStatus.CLOSED, at), place, next).scored(it.scoring());
            case SessionTimedOut it -> with(Lives.ended(life, SessionStatus.TIMED_OUT, it.endedAt()), place, next);
            case LateAnswerReceived it -> with(life, place, next);
        };
    }

    private SessionRow received(ClientOrder order, Instant at, Place where, long next) {
        var visibility = order.epoch() == place.epoch() ? Visibility.VISIBLE : life.visibility();
        return with(Lives.seen(life, at, visibility), where, next);
    }

    private SessionRow with(SessionLife changed, Place where, long next) {
        return new SessionRow(
                sessionId,
                examId,
                person,
                attempt,
                total,
                questionsPerPage,
                passPercentage,
                answered,
                changed,
                closeScoring,
                where,
                next);
    }

    private SessionRow scored(CloseScoring scoring) {
        return new SessionRow(
                sessionId,
                examId,
                person,
                attempt,
                total,
                questionsPerPage,
                passPercentage,
                answered,
                life,
                scoring,
                place,
                position);
    }

    SessionRow answered(int number) {
        return new SessionRow(
                sessionId,
                examId,
                person,
                attempt,
                total,
                questionsPerPage,
                passPercentage,
                number,
                life,
                closeScoring,
                place,
                position);
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
