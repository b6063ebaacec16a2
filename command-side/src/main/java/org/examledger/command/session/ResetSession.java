package org.examledger.command.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Give the worker another attempt; the earlier one stays in the log. */
record ResetSession(UUID sessionId, String reason, @Nullable UUID commandId) implements SessionCommand {}
