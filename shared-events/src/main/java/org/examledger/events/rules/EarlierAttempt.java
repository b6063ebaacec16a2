package org.examledger.events.rules;

import java.time.Instant;
import org.examledger.events.session.Paper;

/**
 * An attempt that a reset put an end to.
 *
 * @param lastEpoch its epochs are those up to here and after the attempt's before it (R1)
 * @param ended how it had ended; CLOSED when it was still running
 */
public record EarlierAttempt(int attempt, int lastEpoch, Paper paper, SessionStatus ended, Instant endedAt) {}
