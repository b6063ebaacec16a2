package org.examledger.command.session;

import java.util.UUID;

/** End a session whose deadline and grace are over. */
record ExpireSession(UUID sessionId) implements SessionCommand {}
