package org.examledger.store;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Strings short queries together to one lazy stream, so that no query stays open while somebody thinks. */
final class Pages {

    private Pages() {}

    static Stream<StoredEvent> of(
            long after, LongFunction<List<StoredEvent>> pageAfter, ToLongFunction<StoredEvent> place) {
        return Stream.iterate(
                        pageAfter.apply(after),
                        page -> !page.isEmpty(),
                        page -> page.size() < PostgresEventStorageEngine.PAGE
                                ? List.of()
                                : pageAfter.apply(place.applyAsLong(page.getLast())))
                .flatMap(List::stream);
    }
}
