package org.examledger.command.exam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.examledger.command.handling.EventLog;
import org.examledger.events.StreamId;
import org.examledger.events.exam.ExamFact;

/**
 * Exams as they stand now, for those who decide about something else: a session that is started for the first time or
 * reset. Folded from the exam's facts and kept only while the stream's head is still the same.
 */
public final class Exams {
    /** An exam of a thousand questions takes about a megabyte; few are held at the same time. */
    private static final int KEPT = 64;

    private final EventStore facts;
    private final EventLog log;
    private final Cache<UUID, Folded> folded =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public Exams(EventStore facts, EventLog log) {
        this.facts = facts;
        this.log = log;
    }

    private record Folded(ExamState state, long sequence) {}

    /** An exam with everything that is in the log by now; empty when there is none. */
    public Optional<ExamState> current(UUID examId) {
        var head = log.headOf(StreamId.ofExam(examId));
        if (head.isEmpty()) {
            return Optional.empty();
        }
        var kept = folded.getIfPresent(examId);
        if (kept == null || kept.sequence() < head.get().sequence()) {
            kept = fold(examId);
            folded.put(examId, kept);
        }
        return Optional.of(kept.state());
    }

    private Folded fold(UUID examId) {
        var state = new ExamState();
        var sequence = -1L;
        for (var events = facts.readEvents(StreamId.ofExam(examId)); events.hasNext(); ) {
            var event = events.next();
            state.evolve((ExamFact) event.getPayload());
            sequence = event.getSequenceNumber();
        }
        return new Folded(state, sequence);
    }
}
