package org.examledger.events.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * An answer arrived after a newer one of the same question; it is remembered and not counted (R1, R3).
 *
 * @param optionIds empty = the question was cleared
 * @param clientTime what the client's clock said; recorded, never trusted (R10)
 */
@Remembered(name = "AnswerSuperseded")
public record AnswerSuperseded(
        int questionId,
        List<Integer> optionIds,
        int pageIndex,
        int epoch,
        long clientSeq,
        @Nullable Instant clientTime,
        @Nullable UUID commandId)
        implements SessionFact {
    public AnswerSuperseded {
        optionIds = List.copyOf(optionIds);
    }
}
