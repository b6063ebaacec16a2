package org.examledger.command.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.examledger.command.handling.Command;
import org.examledger.command.session.AssignSession;
import org.examledger.command.session.CloseSession;
import org.examledger.events.StreamId;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.exam.ExamFact;
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

    private static Optional<FanOut> of(ExamFact fact, DomainEventMessage<?> event, ExamState exam) {
        var cause = NameBasedId.ofFact(StreamId.ofExam(exam.locked().examId()), event.getSequenceNumber());
        return switch (fact) {
            case WorkersAssigned it -> Optional.of(assigning(it, event, exam));
            case ExamClosedEarly it ->
                Optional.of(toAll(
                        FanOutKind.CLOSE,
                        event,
                        exam,
                        session -> new CloseSession(
                                session, it.reason(), it.scoring(), NameBasedId.ofFanOut(cause, session))));
            default -> Optional.empty();
        };
    }

    private static FanOut toAll(
            FanOutKind kind, DomainEventMessage<?> event, ExamState exam, Function<UUID, Command> order) {
        return new FanOut(kind, event, List.copyOf(exam.workers()), worker -> order.apply(worker.sessionId()));
    }

    /** The times are those of the moment at which the workers were put on the exam; what came later follows by itself. */
    private static FanOut assigning(WorkersAssigned fact, DomainEventMessage<?> event, ExamState exam) {
        var locked = exam.locked();
        var cause = NameBasedId.ofFact(StreamId.ofExam(locked.examId()), event.getSequenceNumber());
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
