package org.examledger.events.exam;

import org.examledger.events.Fact;

/** Everything that can happen on an {@code exam:} stream; the list below is this room's table of contents. */
public sealed interface ExamFact extends Fact
        permits ExamLocked,
                WorkersAssigned,
                ExamRescheduled,
                ExamTimeExtended,
                ExamClosedEarly,
                ExamCancelled,
                AnswerKeyCorrected,
                ReviewPolicyChanged,
                AccessTokenRenewed {}
