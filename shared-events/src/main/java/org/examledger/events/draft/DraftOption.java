package org.examledger.events.draft;

import org.jspecify.annotations.Nullable;

/** An option as far as it is written. */
public record DraftOption(int id, @Nullable String text) {}
