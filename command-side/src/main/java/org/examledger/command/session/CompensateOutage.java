package org.examledger.command.session;

import java.time.Instant;
import java.util.UUID;

/**
 * Give back the time that an outage of ours took from a session that was running when it began (R11).
 *
 * @param from when it began
 * @param until when it was over
 */
record CompensateOutage(UUID sessionId, Instant from, Instant until, UUID commandId) implements SessionCommand {}
