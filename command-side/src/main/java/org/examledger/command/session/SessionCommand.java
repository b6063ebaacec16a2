package org.examledger.command.session;

import java.util.UUID;
import org.examledger.command.handling.Command;
import org.examledger.events.StreamId;

/** Everything that can be asked of a session; the list below is this room's table of contents. */
sealed interface SessionCommand extends Command
        permits AssignSession,
                StartSession,
                SelectAnswer,
                SelectAnswers,
                ChangePage,
                SendHeartbeat,
                SubmitSession,
                CloseSession,
                AbandonSession,
                ExtendTime,
                RescheduleSession,
                ReopenSession,
                ResetSession,
                WithdrawWorker,
                CancelSession,
                ExpireSession,
                MarkSilent,
                SaveAnswer,
                SaveAnswers,
                SaveProgress,
                HandIn,
                Leave,
                CompensateOutage {
    UUID sessionId();

    @Override
    default String stream() {
        return StreamId.ofSession(sessionId());
    }
}
