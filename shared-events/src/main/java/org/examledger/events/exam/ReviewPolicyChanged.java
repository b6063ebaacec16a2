package org.examledger.events.exam;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * It was decided anew when right answers are shown.
 *
 * @param reviewAfterEnd whether they are shown at once after the end; otherwise only when the window is over
 * @param reason in HC's words
 */
@Remembered(name = "ReviewPolicyChanged")
public record ReviewPolicyChanged(
        boolean reviewAfterEnd, String reason, @Nullable UUID commandId) implements ExamFact {}
