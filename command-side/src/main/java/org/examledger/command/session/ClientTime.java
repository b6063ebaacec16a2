package org.examledger.command.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a client's clock said, as it is kept. */
final class ClientTime {
    private ClientTime() {}

    /** Times are cut to milliseconds when they come in. */
    static @Nullable Instant cut(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }
}
