package org.examledger.command.exam;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.examledger.events.StreamId;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.WorkersAssigned;
import org.jspecify.annotations.Nullable;

/** A locked exam; it is born by locking a draft, in the same append. */
public final class Exam {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private final ExamState state = new ExamState();

    Exam() {}

    public Exam(ExamLocked locked, WorkersAssigned workers) {
        AggregateLifecycle.apply(locked);
        AggregateLifecycle.apply(workers);
    }

    @EventSourcingHandler
    void evolve(ExamFact fact) {
        if (fact instanceof ExamLocked locked) {
            stream = StreamId.ofExam(locked.examId());
        }
        state.evolve(fact);
    }
}
