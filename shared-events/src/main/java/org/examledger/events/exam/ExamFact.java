package org.examledger.events.exam;

import java.util.UUID;
import org.examledger.events.Fact;
import org.jspecify.annotations.Nullable;

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
                AccessTokenRenewed {
    /** Id of the command that brought it, when it had one (R2). */
    @Nullable
    UUID commandId();
}
