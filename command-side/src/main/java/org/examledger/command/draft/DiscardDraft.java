package org.examledger.command.draft;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Throw a draft away; asking again gets what the first one got. */
record DiscardDraft(UUID draftId, @Nullable UUID commandId) implements DraftCommand {}
