package org.examledger.events.exam;

import java.util.List;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/** Workers were put on an exam; each of them gets a session, and this fact is the cause of it. */
@Remembered(name = "WorkersAssigned")
public record WorkersAssigned(
        List<AssignedWorker> workers, @Nullable UUID commandId) implements ExamFact {
    public WorkersAssigned {
        workers = List.copyOf(workers);
    }
}
