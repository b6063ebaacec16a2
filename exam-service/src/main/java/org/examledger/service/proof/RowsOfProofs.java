package org.examledger.service.proof;

import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.examledger.query.proof.LoggedRow;
import org.examledger.query.proof.ProvenLog;
import org.examledger.query.proof.UnreadableRow;
import org.examledger.store.LogReader;
import org.examledger.store.LogUnavailableException;
import org.examledger.store.LostNumberException;
import org.examledger.store.StoredEvent;
import org.springframework.stereotype.Component;

/** The log as it is proven and checked: the bytes that were hashed. */
@Component
class RowsOfProofs implements ProvenLog {
    private static final int PAGE = 1_000;

    private final DataSource database;
    private final LogReader log;

    RowsOfProofs(DataSource database) {
        this.database = database;
        this.log = new LogReader(database);
    }

    @Override
    public ProvenLog afresh() {
        return new RowsOfProofs(database);
    }

    @Override
    public long head() {
        return log.lastPosition();
    }

    @Override
    public List<LoggedRow> rowsAfter(long position) {
        try {
            return page(position, PAGE);
        } catch (LogUnavailableException failure) {
            if (lostName(failure)) {
                return upToTheUnreadable(position);
            }
            throw failure;
        }
    }

    /** A database that cannot be asked now says nothing about the rows. */
    private static boolean lostName(LogUnavailableException failure) {
        return failure.getCause() instanceof LostNumberException;
    }

    private List<LoggedRow> page(long position, int limit) {
        return log.pageAfter(position, limit).stream().map(RowsOfProofs::row).toList();
    }

    /** One row of a page is enough to keep all of it from being read; row by row it shows which. */
    private List<LoggedRow> upToTheUnreadable(long position) {
        var next = log.sealsAfter(position, 1);
        try {
            return page(position, 1);
        } catch (LogUnavailableException failure) {
            throw next.isEmpty() || !lostName(failure)
                    ? failure
                    : new UnreadableRow(next.getFirst().position(), failure);
        }
    }

    @Override
    public List<LoggedRow> rowsOf(String stream, long afterSequence) {
        return log.pageOf(stream, afterSequence, PAGE).stream()
                .map(RowsOfProofs::row)
                .toList();
    }

    @Override
    public List<Seal> sealsAfter(long position, int limit) {
        return log.sealsAfter(position, limit).stream()
                .map(it -> new Seal(it.position(), it.hash()))
                .toList();
    }

    @Override
    public OptionalLong positionOf(String stream, int sequence) {
        return log.eventsOf(stream, sequence - 1L, 1).stream()
                .filter(it -> it.sequence() == sequence)
                .mapToLong(StoredEvent::position)
                .findFirst();
    }

    private static LoggedRow row(StoredEvent event) {
        return new LoggedRow(
                event.position(),
                event.streamId(),
                event.sequence(),
                event.at(),
                event.name(),
                event.revision(),
                event.metadata(),
                event.payload(),
                event.hash());
    }
}
