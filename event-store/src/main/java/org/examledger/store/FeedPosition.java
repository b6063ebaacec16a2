package org.examledger.store;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Reads a position of the log out of whatever token a projection has. */
final class FeedPosition {

    private FeedPosition() {}

    /** The position after which to read; a wrapped token counts as its lower bound, no token as the beginning. */
    static long of(@Nullable TrackingToken token) {
        return switch (WrappedToken.unwrapLowerBound(token)) {
            case null -> 0;
            case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
            case TrackingToken other -> throw new IllegalArgumentException("not a position of this log: " + other);
        };
    }
}
