package org.examledger.events.exam;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The exam does not take place; each session without an end ends without a score.
 *
 * @param reason in HC's words
 */
@Remembered(name = "ExamCancelled")
public record ExamCancelled(String reason, @Nullable UUID commandId) implements ExamFact {}
