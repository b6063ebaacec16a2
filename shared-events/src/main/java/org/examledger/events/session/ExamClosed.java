package org.examledger.events.session;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/** HC ended this session before its time: an end. */
@Remembered(name = "ExamClosed")
public record ExamClosed(
        String reason, CloseScoring scoring, @Nullable UUID commandId) implements SessionFact {}
