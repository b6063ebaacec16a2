package org.examledger.command.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Say that no sign of life came for a while.
 *
 * @param silence how long that has to be
 * @param since when the service last came back; before that nobody could give a sign of life (R11)
 */
record MarkSilent(UUID sessionId, Duration silence, Instant since) implements SessionCommand {}
