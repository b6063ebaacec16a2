package org.examledger.command.exam;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.examledger.command.handling.FactClock;
import org.examledger.command.handling.PortalNumbers;
import org.examledger.command.handling.Reply;
import org.examledger.events.StreamId;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.WorkersAssigned;
import org.jspecify.annotations.Nullable;

/**
 * A locked exam; it is born by locking a draft, in the same append. What may happen to it is decided in
 * {@link Managing}, what has happened is taken in by {@link ExamState}.
 */
public final class Exam {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private final ExamState state = new ExamState();
    private @Nullable Instant lastFactAt;

    Exam() {}

    public Exam(ExamLocked locked, WorkersAssigned workers) {
        AggregateLifecycle.apply(locked);
        AggregateLifecycle.apply(workers);
    }

    @CommandHandler
    Reply<ExamReceipt> handle(AssignWorkers command, FactClock clock, PortalNumbers numbers) {
        clock.decideAfter(lastFactAt);
        return conclude(command, Managing.decide(command, state, numbers));
    }

    @CommandHandler
    Reply<ExamReceipt> handle(RescheduleExam command, FactClock clock) {
        return conclude(command, clock);
    }

    @CommandHandler
    Reply<ExamReceipt> handle(ExtendExam command, FactClock clock) {
        return conclude(command, clock);
    }

    @CommandHandler
    Reply<ExamReceipt> handle(CloseExam command, FactClock clock) {
        return conclude(command, clock);
    }

    @CommandHandler
    Reply<ExamReceipt> handle(CancelExam command, FactClock clock) {
        return conclude(command, clock);
    }

    @CommandHandler
    Reply<ExamReceipt> handle(CorrectAnswerKey command, FactClock clock) {
        return conclude(command, clock);
    }

    @CommandHandler
    Reply<ExamReceipt> handle(ChangeReviewPolicy command, FactClock clock) {
        return conclude(command, clock);
    }

    @CommandHandler
    Reply<ExamReceipt> handle(RenewAccessToken command, FactClock clock) {
        return conclude(command, clock);
    }

    private Reply<ExamReceipt> conclude(ExamCommand command, FactClock clock) {
        clock.decideAfter(lastFactAt);
        return conclude(command, Managing.decide(command, state));
    }

    private Reply<ExamReceipt> conclude(ExamCommand command, ExamDecision decision) {
        if (decision.fact() != null) {
            AggregateLifecycle.apply(decision.fact());
        }
        var receipt = new ExamReceipt(state.workers().size(), Managing.workersOf(command, state), state.keyVersion());
        return Reply.of(receipt, decision.refusal(), AggregateLifecycle.getVersion(), decision.fact() != null);
    }

    @EventSourcingHandler
    void evolve(ExamFact fact, @Timestamp Instant at) {
        if (fact instanceof ExamLocked locked) {
            stream = StreamId.ofExam(locked.examId());
        }
        state.evolve(fact);
        lastFactAt = at;
    }
}
