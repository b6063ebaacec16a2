package org.examledger.events.person;

import org.examledger.events.Fact;

/** Everything that can happen on a {@code person:} stream. */
public sealed interface PersonFact extends Fact permits PersonErased {}
