package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.examledger.command.handling.EventLog;
import org.examledger.events.StreamId;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamTimeExtended;
import org.examledger.events.exam.WorkersAssigned;
import org.junit.jupiter.api.Test;

class ExamsTest {
    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private final Exams exams =
            new Exams(EmbeddedEventStore.builder().storageEngine(log).build(), new Heads());
    private int stored;

    @Test
    void an_exam_that_nobody_locked_is_none() {
        assertThat(exams.current(UUID.randomUUID())).isEmpty();
    }

    @Test
    void an_exam_is_folded_once_as_long_as_nothing_happens_to_it() {
        store(ExamSpec.locked(null, List.of(31)));

        assertThat(exams.current(ExamSpec.EXAM).orElseThrow())
                .isSameAs(exams.current(ExamSpec.EXAM).orElseThrow());
    }

    @Test
    void what_another_process_stored_meanwhile_is_seen() {
        store(ExamSpec.locked(null, List.of(31)), new WorkersAssigned(List.of(ExamSpec.FIRST), null));
        var before = exams.current(ExamSpec.EXAM).orElseThrow();
        store(new ExamTimeExtended(600, "noise", true, null));

        assertThat(exams.current(ExamSpec.EXAM).orElseThrow().timing("person-a").durationSeconds())
                .isEqualTo(60 * 45 + 600);
        assertThat(before.timing("person-a").durationSeconds())
                .as("what somebody looks at does not change under his eyes")
                .isEqualTo(60 * 45);
    }

    private void store(ExamFact... more) {
        for (var fact : more) {
            log.appendEvents(new GenericDomainEventMessage<>("Exam", StreamId.ofExam(ExamSpec.EXAM), stored++, fact));
        }
    }

    private final class Heads implements EventLog {
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
}
