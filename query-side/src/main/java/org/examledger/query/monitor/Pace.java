package org.examledger.query.monitor;

import java.time.Duration;

/**
 * How often watching does what.
 *
 * @param look between two looks at an exam, and at least between two events that somebody is sent
 * @param fresh how old a look may be that a newcomer is shown
 * @param ping after so long without an event
 * @param check between two questions who of those that watch has signed out
 * @param memory how long an exam is remembered that nobody watches, for who comes back
 * @param patience how long looks may fail until those that watch are sent away
 * @param looks of how many looks it is known what changed; who has not heard of more sees everything anew
 */
record Pace(
        Duration look, Duration fresh, Duration ping, Duration check, Duration memory, Duration patience, int looks) {
    static final Pace USUAL = new Pace(
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            Duration.ofSeconds(15),
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofSeconds(15),
            60);
}
