package org.examledger.events.log;

import org.examledger.events.Fact;

/** Everything that can happen on a {@code log:} stream. */
public sealed interface LogFact extends Fact permits LogRestored {}
