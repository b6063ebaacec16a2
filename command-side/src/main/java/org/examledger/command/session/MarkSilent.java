package org.examledger.command.session;

import java.time.Duration;
import java.util.UUID;

/**
 * Say that no sign of life came for a while.
 *
 * @param silence how long that has to be
 */
record MarkSilent(UUID sessionId, Duration silence) implements SessionCommand {}
