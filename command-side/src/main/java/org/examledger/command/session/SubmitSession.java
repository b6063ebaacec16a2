package org.examledger.command.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hand in.
 *
 * @param lastAnswerSeq highest client sequence of an answer that the client sent in this epoch; 0 = none
 * @param answers answers that may not have arrived yet; stored first, in the same append
 * @param current what the client believes: question id → client sequence of its newest answer in this epoch (R18)
 */
record SubmitSession(
        UUID sessionId,
        String person,
        int epoch,
        long clientSeq,
        long lastAnswerSeq,
        List<AnswerGiven> answers,
        Map<Integer, Long> current,
        @Nullable UUID commandId)
        implements SessionCommand {}
