package org.examledger.events.exam;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * Everybody got more time, or less.
 *
 * @param seconds how many; negative shortens
 * @param reason in HC's words
 * @param includeNotStarted whether sessions that have not been started get it too, later ones included
 */
@Remembered(name = "ExamTimeExtended")
public record ExamTimeExtended(
        int seconds,
        String reason,
        boolean includeNotStarted,
        @Nullable UUID commandId) implements ExamFact {}
