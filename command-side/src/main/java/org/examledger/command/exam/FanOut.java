package org.examledger.command.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.examledger.command.handling.Command;
import org.examledger.command.session.AssignSession;
import org.examledger.command.session.CancelSession;
import org.examledger.command.session.CloseSession;
import org.examledger.command.session.ExtendTime;
import org.examledger.command.session.RescheduleSession;
import org.examledger.events.exam.AccessTokenRenewed;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.exam.ExamTimeExtended;
import org.examledger.events.exam.ReviewPolicyChanged;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.NameBasedId;

/**
 * A fact of an exam and the sessions that have to hear of it: those whose workers were on the exam by then.
 *
 * @param cause the fact in the exam's stream; who caused it acts on each session
 * @param workers in the order in which they were put on the exam
 * @param order makes the command to a worker's session; its id is computed from the fact and the session, so that a
 *     session is reached once however often the command is sent
 */
record FanOut(
        FanOutKind kind,
        DomainEventMessage<?> cause,
        List<AssignedWorker> workers,
        Function<AssignedWorker, Command> order) {

    /** All fan-outs of an exam, in the order of its facts. */
    static List<FanOut> in(Iterable<? extends DomainEventMessage<?>> events) {
        var exam = new ExamState();
        var fanOuts = new ArrayList<FanOut>();
        for (var event : events) {
            var fact = (ExamFact) event.getPayload();
            exam.evolve(fact);
            of(fact, event, exam).ifPresent(fanOuts::add);
        }
        return List.copyOf(fanOuts);
    }

    /** Whether sessions have to hear of a fact. */
    static boolean concerns(ExamFact fact) {
        return switch (fact) {
            case WorkersAssigned it -> true;
            case ExamRescheduled it -> true;
            case ExamTimeExtended it -> true;
            case ExamClosedEarly it -> true;
            case ExamCancelled it -> true;
            case ExamLocked it -> false;
            case AnswerKeyCorrected it -> false;
            case ReviewPolicyChanged it -> false;
            case AccessTokenRenewed it -> false;
        };
    }

    private static Optional<FanOut> of(ExamFact fact, DomainEventMessage<?> event, ExamState exam) {
        var all = new ToAll(event, exam);
        return switch (fact) {
            case WorkersAssigned it -> Optional.of(assigning(it, event, exam));
            case ExamRescheduled it -> {
                var opensAt = exam.opensAt();
                var windowEndsAt = exam.windowEndsAt();
                yield all.send(
                        FanOutKind.RESCHEDULE,
                        (session, id) -> new RescheduleSession(session, opensAt, windowEndsAt, it.reason(), id));
            }
            case ExamTimeExtended it ->
                all.send(
                        FanOutKind.EXTEND,
                        (session, id) ->
                                new ExtendTime(session, it.seconds(), it.reason(), it.includeNotStarted(), id));
            case ExamClosedEarly it ->
                all.send(FanOutKind.CLOSE, (session, id) -> new CloseSession(session, it.reason(), it.scoring(), id));
            case ExamCancelled it ->
                all.send(FanOutKind.CANCEL, (session, id) -> new CancelSession(session, it.reason(), id));
            case ExamLocked it -> Optional.empty();
            case AnswerKeyCorrected it -> Optional.empty();
            case ReviewPolicyChanged it -> Optional.empty();
            case AccessTokenRenewed it -> Optional.empty();
        };
    }

    /** An event that concerns everybody who is on the exam by then. */
    private record ToAll(DomainEventMessage<?> event, ExamState exam) {
        Optional<FanOut> send(FanOutKind kind, BiFunction<UUID, UUID, Command> order) {
            var cause = causeId(event);
            return Optional.of(new FanOut(
                    kind,
                    event,
                    List.copyOf(exam.workers()),
                    worker -> order.apply(worker.sessionId(), NameBasedId.ofFanOut(cause, worker.sessionId()))));
        }
    }

    private static UUID causeId(DomainEventMessage<?> event) {
        return NameBasedId.ofFact(event.getAggregateIdentifier(), event.getSequenceNumber());
    }

    /** The times are those of the moment at which the workers were put on the exam; what came later follows by itself. */
    private static FanOut assigning(WorkersAssigned fact, DomainEventMessage<?> event, ExamState exam) {
        var locked = exam.locked();
        var cause = causeId(event);
        var timings = fact.workers().stream()
                .collect(Collectors.toMap(AssignedWorker::person, it -> exam.timing(it.person()), (one, same) -> one));
        return new FanOut(
                FanOutKind.ASSIGN,
                event,
                fact.workers(),
                worker -> new AssignSession(
                        worker.sessionId(),
                        locked.examId(),
                        worker.person(),
                        exam.paper(worker.person(), 1),
                        Objects.requireNonNull(timings.get(worker.person())),
                        locked.passPercentage(),
                        NameBasedId.ofFanOut(cause, worker.sessionId())));
    }

    long sequence() {
        return cause.getSequenceNumber();
    }
}
