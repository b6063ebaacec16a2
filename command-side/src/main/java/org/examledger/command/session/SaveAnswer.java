package org.examledger.command.session;

import java.util.UUID;

/** A click on the portal's page, which knows neither epochs nor sequences: it counts in the order of its arrival. */
public record SaveAnswer(UUID sessionId, String person, int questionId, int optionId) implements SessionCommand {}
