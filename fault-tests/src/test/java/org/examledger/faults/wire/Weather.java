package org.examledger.faults.wire;

import java.time.Duration;

/**
 * What a line does to the bytes on it.
 *
 * @param open whether connections are let through; when not, each ends at once
 * @param delay before each piece is passed on, in each direction
 * @param toServer whether bytes to the server arrive; when not, they vanish and nobody hears of it
 * @param toClient the same for bytes to the client
 * @param trouble share of pieces, from 0 to 1, that come late as if a packet had to be sent again, or end their connection
 */
public record Weather(boolean open, Duration delay, boolean toServer, boolean toClient, double trouble) {
    public static final Weather FAIR = new Weather(true, Duration.ZERO, true, true, 0);
    public static final Weather CUT = new Weather(false, Duration.ZERO, true, true, 0);
    public static final Weather NO_REPLIES = new Weather(true, Duration.ZERO, true, false, 0);
    public static final Weather NO_REQUESTS = new Weather(true, Duration.ZERO, false, true, 0);

    public static Weather slow(Duration delay) {
        return new Weather(true, delay, true, true, 0);
    }

    public static Weather lossy(double trouble) {
        return new Weather(true, Duration.ZERO, true, true, trouble);
    }
}
