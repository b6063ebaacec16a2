package org.examledger.command.exam;

import java.util.UUID;
import org.examledger.command.handling.Command;
import org.examledger.events.StreamId;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of a locked exam; the list below is this room's table of contents. */
sealed interface ExamCommand extends Command
        permits AssignWorkers,
                RescheduleExam,
                ExtendExam,
                CloseExam,
                CancelExam,
                CorrectAnswerKey,
                ChangeReviewPolicy,
                RenewAccessToken {
    UUID examId();

    @Nullable
    UUID commandId();

    @Override
    default String stream() {
        return StreamId.ofExam(examId());
    }
}
