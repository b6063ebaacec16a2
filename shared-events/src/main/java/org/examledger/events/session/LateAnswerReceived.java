package org.examledger.events.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * An answer arrived after the end; it is remembered and not counted. At most 100 a session.
 *
 * @param optionIds empty = the question was cleared
 * @param clientTime what the client's clock said; recorded, never trusted (R10)
 */
@Remembered(name = "LateAnswerReceived")
public record LateAnswerReceived(
        int questionId,
        List<Integer> optionIds,
        int pageIndex,
        int epoch,
        long clientSeq,
        @Nullable Instant clientTime,
        @Nullable UUID commandId)
        implements SessionFact {
    public LateAnswerReceived {
        optionIds = List.copyOf(optionIds);
    }
}
