package org.examledger.events.draft;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/** Somebody began to write an exam. */
@Remembered(name = "DraftStarted")
public record DraftStarted(
        UUID draftId, @Nullable String device, @Nullable UUID commandId) implements DraftFact {}
