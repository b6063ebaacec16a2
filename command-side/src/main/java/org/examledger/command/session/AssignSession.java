package org.examledger.command.session;

import java.util.UUID;
import org.examledger.events.session.Paper;
import org.examledger.events.session.Timing;

/** Give a worker his session of an exam; asking twice changes nothing. */
public record AssignSession(
        UUID sessionId, UUID examId, String person, Paper paper, Timing timing, int passPercentage, UUID commandId)
        implements SessionCommand {}
