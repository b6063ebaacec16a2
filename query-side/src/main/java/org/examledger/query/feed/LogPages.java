package org.examledger.query.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.examledger.events.Fact;

/** Reads the log page by page after a position, leaving out the facts that nobody wants. */
final class LogPages implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 2_000;

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final Wanted wanted;
    private long position;

    LogPages(StreamableMessageSource<TrackedEventMessage<?>> log, long after, Wanted wanted) {
        stream = log.openStream(new GlobalSequenceTrackingToken(after));
        this.wanted = wanted;
        position = after;
    }

    /** Takes at most so many events; fewer, possibly none, at the end of the log. */
    Page next(int limit) {
        var facts = new ArrayList<Recorded>();
        for (int taken = 0; taken < limit && stream.peek().isPresent(); taken++) {
            take(facts);
        }
        return new Page(facts, position);
    }

    /** Takes everything up to a position that the log is known to hold. */
    Page upTo(long last) {
        var facts = new ArrayList<Recorded>();
        while (position < last) {
            take(facts);
        }
        return new Page(facts, position);
    }

    private void take(List<Recorded> facts) {
        var message = nextMessage();
        position = Messages.positionOf(message);
        var kind = Messages.kindOf(message, position);
        if (wanted.concerns(kind)) {
            facts.add(Messages.recorded(message, kind, position));
        }
    }

    private TrackedEventMessage<?> nextMessage() {
        try {
            if (stream.hasNextAvailable(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return stream.nextAvailable();
            }
            throw new IllegalStateException("nothing follows position " + position + " in the log");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reading the log", interrupted);
        }
    }

    @Override
    public void close() {
        stream.close();
    }

    /** Which kinds of facts somebody wants. */
    interface Wanted {
        boolean concerns(Class<? extends Fact> kind);
    }

    /** @param position up to which the log was read */
    record Page(List<Recorded> facts, long position) {}
}
