package org.examledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts names in the place of the numbers in rows; they are never changed, so those met before need no query. */
final class LogNames {

    /** Two exams of 10,000 sessions at once; some megabytes. */
    private static final int REMEMBERED = 20_000;

    private final NumberedNames<String> streams =
            new NumberedNames<>("log_stream", "name", REMEMBERED, row -> row.getString(2));
    private final NumberedNames<EventName> types = new NumberedNames<>(
            "log_type", "name, revision", REMEMBERED, row -> new EventName(row.getString(2), row.getInt(3)));
    private final NumberedNames<LogActor> actors = new NumberedNames<>(
            "log_actor", "person, role", REMEMBERED, row -> new LogActor(row.getString(2), row.getString(3)));

    /** The same rows, each byte as it was hashed; asks only for what is not known yet. */
    List<StoredEvent> named(List<NarrowRow> rows, Connection connection) throws SQLException {
        var streamsHere = streams.of(rows.stream().mapToInt(NarrowRow::streamNo), connection);
        var typesHere = types.of(rows.stream().mapToInt(NarrowRow::typeNo), connection);
        var actorsHere = actors.of(
                rows.stream().mapToInt(NarrowRow::actorNo).filter(no -> no != NumberedRows.NOBODY), connection);
        var events = new ArrayList<StoredEvent>(rows.size());
        for (var row : rows) {
            events.add(named(
                    row,
                    streamsHere.get(row.streamNo()),
                    typesHere.get(row.typeNo()),
                    row.actorNo() == NumberedRows.NOBODY ? null : actorsHere.get(row.actorNo())));
        }
        return events;
    }

    private static StoredEvent named(NarrowRow row, String stream, EventName type, @Nullable LogActor actor) {
        return new StoredEvent(
                row.position(),
                stream,
                row.sequence(),
                row.at(),
                type.name(),
                type.revision(),
                new PackedMetadata(actor, row.correlation(), row.metadata()).unpacked(),
                row.payload(),
                row.hash());
    }
}
