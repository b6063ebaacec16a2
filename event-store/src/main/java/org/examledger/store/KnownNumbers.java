package org.examledger.store;

import java.util.List;
import java.util.Optional;

/**
 * The numbers that a writer has seen committed, so that an append need not look them up. Numbers of a failed append are
 * never learned: they are given to others. Used by one thread.
 */
final class KnownNumbers {

    private final RecentlyUsed<String, Integer> streams;
    private final RecentlyUsed<EventName, Short> types;
    private final RecentlyUsed<LogActor, Integer> actors;

    /** @param capacity how many streams to remember, and as many actors and types */
    KnownNumbers(int capacity) {
        streams = new RecentlyUsed<>(capacity);
        types = new RecentlyUsed<>(capacity);
        actors = new RecentlyUsed<>(capacity);
    }

    /** The numbers of these rows; empty when one of them is not known. */
    Optional<NumberedRows> of(List<NumberedRows.Named> rows) {
        var numbers = new NumberedRows(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var actor = row.metadata().actor();
            var streamNo = streams.get(row.stream());
            var typeNo = types.get(row.type());
            var actorNo = actor == null ? Integer.valueOf(NumberedRows.NOBODY) : actors.get(actor);
            if (streamNo == null || typeNo == null || actorNo == null) {
                return Optional.empty();
            }
            numbers.streams()[i] = streamNo;
            numbers.types()[i] = typeNo;
            numbers.actors()[i] = actorNo;
        }
        return Optional.of(numbers);
    }

    /** Remembers the numbers of these rows, which were committed. */
    void learn(List<NumberedRows.Named> rows, NumberedRows numbers) {
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            streams.put(row.stream(), numbers.streams()[i]);
            types.put(row.type(), numbers.types()[i]);
            if (row.metadata().actor() instanceof LogActor actor) {
                actors.put(actor, numbers.actors()[i]);
            }
        }
    }
}
