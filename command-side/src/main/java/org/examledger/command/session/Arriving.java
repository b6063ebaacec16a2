package org.examledger.command.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.examledger.command.session.Phase.Ended;
import org.examledger.command.session.Phase.Overdue;
import org.examledger.command.session.Phase.Running;
import org.examledger.command.session.Phase.Shut;
import org.examledger.command.session.Phase.Startable;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.SessionTimedOut;

/**
 * The portal's page, which sends neither epoch nor sequence: each of its commands is decided as the ordinary one with the
 * next number of the portal's epoch. There is no rule here that the others do not have.
 */
final class Arriving {
    private Arriving() {}

    /** The same click again, because its reply got lost, finds its answer in the portal's epoch and changes nothing. */
    static Decision decide(SaveAnswer command, Session session, Instant now) {
        if (!session.isOwnedBy(command.person())) {
            return Decision.refused(Refusals.notFound());
        }
        var options = Map.of(command.questionId(), command.optionId());
        return switch (session.phaseAt(now)) {
            case Shut s -> Decision.refused(Refusals.notStarted());
            case Startable s -> Decision.refused(Refusals.notStarted());
            case Running r -> {
                var turn = Turn.of(session, 1);
                yield turn.holds(command.questionId(), command.optionId())
                        ? Decision.duplicate(turn.epoch(), Outcome.STORED)
                        : save(options, "", turn, session);
            }
            case Overdue(var deadline) -> overdue(options, session, deadline);
            case Ended(var status, var at) -> late(options, session, status, at);
        };
    }

    static Decision decide(SaveAnswers command, Session session, Instant now) {
        if (!session.isOwnedBy(command.person())) {
            return Decision.refused(Refusals.notFound());
        }
        var different = different(command.options(), session);
        return switch (session.phaseAt(now)) {
            case Shut s -> Decision.refused(Refusals.notStarted());
            case Startable s -> Decision.refused(Refusals.notStarted());
            case Running r -> {
                var turn = Turn.of(session, different.size());
                yield different.isEmpty()
                        ? turn.opening(Decision.duplicate(turn.epoch(), Outcome.STORED))
                        : save(different, "answers", turn, session);
            }
            case Overdue(var deadline) -> overdue(different, session, deadline);
            case Ended(var status, var at) -> late(different, session, status, at);
        };
    }

    private static Decision save(Map<Integer, Integer> options, String field, Turn turn, Session session) {
        var answers = turn.number(options, session.state().pageIndex());
        return turn.opening(Answering.onPaper(turn.epoch(), answers, null, field, session));
    }

    static Decision decide(SaveProgress command, Session session, Instant now) {
        if (!session.isOwnedBy(command.person())) {
            return Decision.refused(Refusals.notFound());
        }
        return switch (session.phaseAt(now)) {
            case Shut s -> Decision.refused(Refusals.notStarted());
            case Startable s -> Decision.refused(Refusals.notStarted());
            case Running r -> {
                var turn = Turn.of(session, 1);
                yield turn.isOpen()
                                && session.arrivals()
                                        .isRepeat(command, session.state().pageIndex())
                        ? Decision.duplicate(turn.epoch(), Outcome.STORED)
                        : turn.opening(turnTo(command, turn, session));
            }
            case Overdue(var deadline) -> Ending.timedOut(deadline);
            case Ended(var status, var at) -> Decision.refused(Refusals.sessionClosed(status, at, false));
        };
    }

    private static Decision turnTo(SaveProgress command, Turn turn, Session session) {
        var change = new ChangePage(
                command.sessionId(), command.person(), turn.epoch(), turn.first(), command.pageIndex(), null, null);
        return Visiting.onPaper(change, command.elapsedSeconds(), session);
    }

    static Decision decide(HandIn command, Session session, Instant now) {
        if (!session.isOwnedBy(command.person())) {
            return Decision.refused(Refusals.notFound());
        }
        var different = different(command.options(), session);
        return switch (session.phaseAt(now)) {
            case Shut s -> Decision.refused(Refusals.notStarted());
            case Startable s -> Decision.refused(Refusals.notStarted());
            case Running r -> {
                var turn = Turn.of(session, different.size() + 1);
                yield turn.opening(Submitting.onPaper(submit(command, different, turn, session), session));
            }
            case Overdue(var deadline) -> overdue(different, session, deadline);
            case Ended(var status, var at) -> {
                var late = late(different, session, status, at);
                yield status == SessionStatus.SUBMITTED
                        ? Decision.duplicate(session.state().epoch(), Outcome.STORED)
                                .after(late.facts())
                        : late;
            }
        };
    }

    /** The page cannot say what it believes, so nothing is missing that the server does not know of (R18). */
    private static SubmitSession submit(HandIn command, Map<Integer, Integer> different, Turn turn, Session session) {
        var answers = turn.number(different, session.state().pageIndex());
        var lastAnswer = answers.isEmpty()
                ? turn.isOpen() ? session.state().lastAnswerSeq() : 0
                : answers.getLast().clientSeq();
        return new SubmitSession(
                command.sessionId(),
                command.person(),
                turn.epoch(),
                turn.first() + answers.size(),
                lastAnswer,
                answers,
                Map.of(),
                null);
    }

    static Decision decide(Leave command, Session session, Instant now) {
        if (!session.isOwnedBy(command.person())) {
            return Decision.refused(Refusals.notFound());
        }
        return switch (session.phaseAt(now)) {
            case Shut s -> Decision.refused(Refusals.notStarted());
            case Startable s -> Decision.refused(Refusals.notStarted());
            case Running r -> {
                var turn = Turn.of(session, 0);
                yield turn.opening(Ending.left(turn.epoch(), null));
            }
            case Overdue(var deadline) -> Ending.timedOut(deadline);
            case Ended(var status, var at) -> Ending.alreadyEnded(SessionStatus.ABANDONED, status, at);
        };
    }

    private static Decision overdue(Map<Integer, Integer> options, Session session, Instant deadline) {
        return late(options, session, SessionStatus.TIMED_OUT, deadline).after(List.of(new SessionTimedOut(deadline)));
    }

    /** What comes after the end is remembered once, when there was an epoch of this attempt in which it could have come. */
    private static Decision late(Map<Integer, Integer> options, Session session, SessionStatus status, Instant at) {
        var last = session.arrivals().last();
        var isOfThisAttempt = last.epoch() > 0
                && session.state().earlierAttemptOf(last.epoch()).isEmpty();
        var unknown = new TreeMap<Integer, Integer>();
        if (isOfThisAttempt) {
            options.forEach((question, option) -> {
                if (!heldSinceTheEnd(question, session).equals(List.of(option))) {
                    unknown.put(question, option);
                }
            });
        }
        var answers = Turn.within(session).number(unknown, session.state().pageIndex());
        return LateAnswers.refuse(last.epoch(), answers, null, session, status, at);
    }

    /** What the server heard last of a question, whether it counts or not. */
    private static List<Integer> heldSinceTheEnd(int question, Session session) {
        return session.state().lateSinceTheEnd().stream()
                .filter(it -> it.questionId() == question)
                .reduce((earlier, later) -> later)
                .map(it -> it.optionIds())
                .orElseGet(() -> session.state().optionsOf(question));
    }

    /** In the order of questions, so that the same form gets the same numbers. */
    private static Map<Integer, Integer> different(Map<Integer, Integer> options, Session session) {
        var different = new TreeMap<Integer, Integer>();
        options.forEach((question, option) -> {
            if (!session.state().optionsOf(question).equals(List.of(option))) {
                different.put(question, option);
            }
        });
        return different;
    }
}
