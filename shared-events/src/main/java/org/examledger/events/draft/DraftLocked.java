package org.examledger.events.draft;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/** The draft became an exam, once, and keeps its id; {@code ExamLocked} follows in the same append. */
@Remembered(name = "DraftLocked")
public record DraftLocked(int revision, @Nullable UUID commandId) implements DraftFact {}
