package org.examledger.command.session;

import java.util.Map;
import java.util.UUID;

/**
 * Hand in from the portal's page.
 *
 * @param options chosen option by question id, as far as the page brings them; stored first, in the same append
 */
public record HandIn(UUID sessionId, String person, Map<Integer, Integer> options) implements SessionCommand {
    public HandIn {
        options = Map.copyOf(options);
    }
}
