package org.examledger.command.draft;

import java.util.UUID;

/** End a draft that nobody touched for 30 days; one that was touched or locked meanwhile stays as it is (seed 003). */
record ExpireDraft(UUID draftId) implements DraftCommand {}
