package org.examledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest rows at hand, so that readers who keep up need not all fetch the same rows from the database.
 *
 * <p>Positions have no gaps, so a run of rows that follows a position is complete by construction; where a row is
 * missing here, the run ends and the database is asked. Large rows are not kept, so that what is kept stays small.
 */
final class RecentEvents {

    /** Thousands of rows are kept; whole drafts and long papers among them would fill the memory. */
    static final int LARGEST_BYTES = 16 << 10;

    private final AtomicReferenceArray<@Nullable FeedEvent> slots;

    RecentEvents(int capacity) {
        slots = new AtomicReferenceArray<>(capacity);
    }

    /** Keeps committed rows; an older row never displaces a newer one. */
    void keep(List<FeedEvent> events) {
        for (var event : events) {
            if (event.size() <= LARGEST_BYTES) {
                slots.accumulateAndGet(slot(event.position()), event, RecentEvents::newer);
            }
        }
    }

    /** Returns the unbroken run of rows that follows a position, possibly none. */
    List<FeedEvent> after(long position, int limit) {
        var run = new ArrayList<FeedEvent>();
        for (long next = position + 1; run.size() < limit; next++) {
            var event = slots.get(slot(next));
            if (event == null || event.position() != next) {
                return run;
            }
            run.add(event);
        }
        return run;
    }

    private int slot(long position) {
        return (int) (position % slots.length());
    }

    private static @Nullable FeedEvent newer(@Nullable FeedEvent kept, @Nullable FeedEvent offered) {
        return kept == null || (offered != null && offered.position() > kept.position()) ? offered : kept;
    }
}
