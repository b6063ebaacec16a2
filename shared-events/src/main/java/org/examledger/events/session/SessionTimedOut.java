package org.examledger.events.session;

import java.time.Instant;
import org.examledger.events.Remembered;

/**
 * The time was over: an end.
 *
 * @param endedAt the deadline, however late this was noticed (R5)
 */
@Remembered(name = "SessionTimedOut")
public record SessionTimedOut(Instant endedAt) implements SessionFact {}
