package org.examledger.command.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leave for good, without handing in. */
record AbandonSession(
        UUID sessionId, String person, int epoch, @Nullable UUID commandId) implements SessionCommand {}
