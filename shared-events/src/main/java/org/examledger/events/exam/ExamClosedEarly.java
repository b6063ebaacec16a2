package org.examledger.events.exam;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.examledger.events.session.CloseScoring;
import org.jspecify.annotations.Nullable;

/**
 * HC ended the exam for everybody before its time; each session without an end is closed, started or not.
 *
 * @param reason in HC's words
 * @param scoring what the scores of the closed sessions are computed from
 */
@Remembered(name = "ExamClosedEarly")
public record ExamClosedEarly(
        String reason, CloseScoring scoring, @Nullable UUID commandId) implements ExamFact {}
