package org.examledger.store;

import java.time.Duration;

/**
 * How the appender behaves when much or nothing happens.
 *
 * @param queueCapacity commands that may wait before further ones are refused
 * @param batchLimit commands stored together at most
 * @param patience how long the database may stay silent before the connection counts as lost
 */
public record AppenderSettings(int queueCapacity, int batchLimit, Duration patience) {

    /** 4,096 waiting commands, 512 in a batch, ten seconds of silence. */
    public static final AppenderSettings DEFAULT = new AppenderSettings(4_096, 512, Duration.ofSeconds(10));
}
