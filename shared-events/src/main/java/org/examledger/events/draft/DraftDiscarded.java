package org.examledger.events.draft;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/** Somebody threw the draft away; nobody reads or saves it any more. */
@Remembered(name = "DraftDiscarded")
public record DraftDiscarded(@Nullable UUID commandId) implements DraftFact {}
