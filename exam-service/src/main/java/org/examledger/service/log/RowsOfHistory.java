package org.examledger.service.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.examledger.query.history.StoredAction;
import org.examledger.query.history.StoredEvent;
import org.examledger.query.history.StoredEvents;
import org.examledger.store.LogReader;
import org.springframework.stereotype.Component;

/** The log as the audit reads it: raw rows. */
@Component
class RowsOfHistory implements StoredEvents {
    private final LogReader log;

    RowsOfHistory(LogReader log) {
        this.log = log;
    }

    @Override
    public List<StoredEvent> of(String stream, long afterSequence, int limit) {
        return log.eventsOf(stream, afterSequence, limit).stream()
                .map(RowsOfHistory::event)
                .toList();
    }

    @Override
    public List<StoredAction> by(String person, long afterPosition, int limit) {
        return log.pageBy(person, afterPosition, limit).stream()
                .map(row -> new StoredAction(row.streamId(), event(row)))
                .toList();
    }

    private static StoredEvent event(org.examledger.store.StoredEvent row) {
        return new StoredEvent(
                row.position(),
                row.sequence(),
                row.at(),
                row.name(),
                row.revision(),
                new String(row.metadata(), StandardCharsets.UTF_8),
                new String(row.payload(), StandardCharsets.UTF_8),
                row.hash());
    }

    @Override
    public long head() {
        return log.lastPosition();
    }

    @Override
    public Optional<Instant> timeOf(long position) {
        return log.eventsAfter(position - 1, 1).stream()
                .filter(row -> row.position() == position)
                .map(org.examledger.store.StoredEvent::at)
                .findFirst();
    }
}
