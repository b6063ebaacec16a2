package org.examledger.service.security;

import java.time.Clock;

/** Lets so many lines through in each second and no more, so that nobody can fill a disk by being refused. */
final class LinesASecond {
    /** Said of a line that is not to be written. */
    static final long NOT_NOW = -1;

    private final int most;
    private final Clock clock;
    private long second;
    private int written;
    private long leftOut;

    LinesASecond(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** How many lines were left out since the last one that was written, or {@link #NOT_NOW}. */
    synchronized long admit() {
        var now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            written = 0;
        }
        if (written == most) {
            leftOut++;
            return NOT_NOW;
        }
        written++;
        var missing = leftOut;
        leftOut = 0;
        return missing;
    }
}
