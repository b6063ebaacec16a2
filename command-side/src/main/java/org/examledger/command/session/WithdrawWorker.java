package org.examledger.command.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Take a worker off the exam. */
public record WithdrawWorker(
        UUID sessionId, String reason, @Nullable UUID commandId) implements SessionCommand {}
