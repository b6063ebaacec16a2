package org.examledger.store;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Strings short queries together to one lazy stream, so that no query stays open while somebody thinks.
 *
 * <p>A page ends after a number of rows or with the row that fills it, whichever comes first: drafts with megabytes in
 * each save must not fill the memory of whoever reads a thousand rows at a time.
 */
final class Pages {
    /** A thousand answers take a tenth of it. */
    static final int BYTES = 4 << 20;

    private Pages() {}

    static Stream<StoredEvent> of(
            long after, LongFunction<List<StoredEvent>> pageAfter, ToLongFunction<StoredEvent> place) {
        return Stream.iterate(
                        pageAfter.apply(after),
                        page -> !page.isEmpty(),
                        page -> isLast(page, PostgresEventStorageEngine.PAGE, it -> it.payload().length)
                                ? List.of()
                                : pageAfter.apply(place.applyAsLong(page.getLast())))
                .flatMap(List::stream);
    }

    /** Whether nothing followed a page: it has room for more rows, and for more bytes. */
    static <R> boolean isLast(List<R> page, int limit, ToLongFunction<R> size) {
        return page.size() < limit && page.stream().mapToLong(size).sum() < BYTES;
    }
}
