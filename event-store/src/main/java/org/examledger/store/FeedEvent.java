package org.examledger.store;

import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A row as the feed's readers get it. They share its messages, so however many read along, it is upcast and read from
 * its JSON once. An upcaster therefore sees one row at a time in the feed.
 */
final class FeedEvent {
    private final StoredEvent row;
    private volatile @Nullable List<TrackedEventMessage<?>> messages;

    FeedEvent(StoredEvent row) {
        this.row = row;
    }

    long position() {
        return row.position();
    }

    int size() {
        return row.payload().length;
    }

    /** Its messages: one, unless an upcaster made more or none of it; made by the first who asks. */
    List<TrackedEventMessage<?>> messages(Function<StoredEvent, List<TrackedEventMessage<?>>> reading) {
        var made = messages;
        if (made == null) {
            made = reading.apply(row);
            messages = made;
        }
        return made;
    }
}
