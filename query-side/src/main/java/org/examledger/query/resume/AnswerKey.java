package org.examledger.query.resume;

import java.util.UUID;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.session.AnswerSelected;

/** The place of one answer: at most one row for each. */
record AnswerKey(UUID sessionId, int attempt, int questionId) {
    /** Of two answers to one question, the one that counts (R1). */
    static AnswerSelected newer(AnswerSelected one, AnswerSelected other) {
        return orderOf(other).isAfter(orderOf(one)) ? other : one;
    }

    private static ClientOrder orderOf(AnswerSelected answer) {
        return new ClientOrder(answer.epoch(), answer.clientSeq());
    }
}
