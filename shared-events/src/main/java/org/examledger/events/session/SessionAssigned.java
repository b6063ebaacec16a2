package org.examledger.events.session;

import java.util.UUID;
import org.examledger.events.Remembered;

/**
 * A worker was given this session of an exam, with the whole paper and its times, so that nothing else has to be read to
 * decide what he may do.
 *
 * @param person opaque id of the worker, the session's owner (R6, R13)
 * @param attempt 1 for the first; a reset brings the next
 * @param passPercentage 0..100, compared with the floored percentage
 * @param commandId UUIDv5 of the cause and the session, so that a fan-out reaches each session once
 */
@Remembered(name = "SessionAssigned")
public record SessionAssigned(
        UUID sessionId,
        UUID examId,
        String person,
        int attempt,
        Paper paper,
        Timing timing,
        int passPercentage,
        UUID commandId)
        implements SessionFact {}
