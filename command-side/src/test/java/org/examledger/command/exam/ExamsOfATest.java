package org.examledger.command.exam;

import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.examledger.command.handling.EventLog;
import org.examledger.events.StreamId;
import org.examledger.events.exam.ExamFact;

/** A log in memory with the one exam of {@link ExamSpec}. */
final class ExamsOfATest implements EventLog {
    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private int stored;

    Exams exams() {
        return new Exams(EmbeddedEventStore.builder().storageEngine(log).build(), this);
    }

    void store(ExamFact... more) {
        for (var fact : more) {
            log.appendEvents(event(stored++, fact));
        }
    }

    static DomainEventMessage<?> event(long sequence, ExamFact fact) {
        return new GenericDomainEventMessage<>("Exam", StreamId.ofExam(ExamSpec.EXAM), sequence, fact);
    }

    @Override
    public Optional<Head> headOf(String stream) {
        return log.lastSequenceNumberFor(stream).map(sequence -> new Head(sequence, sequence + 1));
    }

    @Override
    public OptionalLong positionAppendedBy(UnitOfWork<?> work) {
        return OptionalLong.empty();
    }

    @Override
    public boolean nothingWasSent(RuntimeException failure) {
        return false;
    }
}
