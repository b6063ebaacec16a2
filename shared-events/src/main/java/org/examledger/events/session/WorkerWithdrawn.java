package org.examledger.events.session;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/** HC took the worker off the exam: an end without a score. */
@Remembered(name = "WorkerWithdrawn")
public record WorkerWithdrawn(String reason, @Nullable UUID commandId) implements SessionFact {}
