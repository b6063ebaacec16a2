package org.examledger.events.draft;

import org.examledger.events.Fact;

/** Everything that can happen on a {@code draft:} stream. */
public sealed interface DraftFact extends Fact
        permits DraftStarted, DraftRevised, DraftLocked, DraftDiscarded, DraftExpired {}
