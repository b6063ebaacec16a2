package org.examledger.events.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The worker chose options for a question, on the page he was on, and the choice is the current one.
 *
 * @param optionIds empty = the question was cleared
 * @param clientTime what the client's clock said; recorded, never trusted (R10)
 */
@Remembered(name = "AnswerSelected")
public record AnswerSelected(
        int questionId,
        List<Integer> optionIds,
        int pageIndex,
        int epoch,
        long clientSeq,
        @Nullable Instant clientTime,
        @Nullable UUID commandId)
        implements SessionFact {
    public AnswerSelected {
        optionIds = List.copyOf(optionIds);
    }
}
