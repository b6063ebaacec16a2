package org.examledger.command.exam;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Put workers on an exam; who is on it already is left as he is.
 *
 * @param workers opaque person ids with the minutes each gets on top
 */
record AssignWorkers(
        UUID examId, List<Newcomer> workers, @Nullable UUID commandId) implements ExamCommand {}
