package org.examledger.command.session;

import java.util.UUID;

/** Leave the portal's page for good, without handing in. */
public record Leave(UUID sessionId, String person) implements SessionCommand {}
