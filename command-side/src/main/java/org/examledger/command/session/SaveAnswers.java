package org.examledger.command.session;

import java.util.Map;
import java.util.UUID;

/**
 * What the portal's page shows of its whole form; what the server holds already is not stored once more.
 *
 * @param options chosen option by question id, without questions for which the page shows none
 */
public record SaveAnswers(UUID sessionId, String person, Map<Integer, Integer> options) implements SessionCommand {
    public SaveAnswers {
        options = Map.copyOf(options);
    }
}
