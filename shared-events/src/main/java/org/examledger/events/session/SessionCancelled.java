package org.examledger.events.session;

import java.util.UUID;
import org.examledger.events.Remembered;

/**
 * The exam does not take place: an end without a score.
 *
 * @param commandId UUIDv5 of the cause and the session, so that a fan-out reaches each session once
 */
@Remembered(name = "SessionCancelled")
public record SessionCancelled(String reason, UUID commandId) implements SessionFact {}
