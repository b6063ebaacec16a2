package org.examledger.query.life;

import java.time.Instant;
import java.util.List;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.LateAnswersAccepted;
import org.examledger.events.session.SessionFact;

/**
 * An answer that counts, whether it came in time or was accepted afterwards.
 *
 * @param optionIds empty = cleared, which keeps its place in the order
 * @param at when it was received
 */
public record Click(int questionId, List<Integer> optionIds, ClientOrder order, Instant at) {
    /** The answers that a fact brings. */
    public static List<Click> in(SessionFact fact, Instant at) {
        return switch (fact) {
            case AnswerSelected it ->
                List.of(new Click(it.questionId(), it.optionIds(), new ClientOrder(it.epoch(), it.clientSeq()), at));
            case LateAnswersAccepted accepted ->
                accepted.answers().stream()
                        .map(it -> new Click(
                                it.questionId(),
                                it.optionIds(),
                                new ClientOrder(it.epoch(), it.clientSeq()),
                                it.receivedAt()))
                        .toList();
            default -> List.of();
        };
    }

    CurrentAnswers.Key placeIn(SessionRow row) {
        return new CurrentAnswers.Key(row.sessionId(), row.attempt(), questionId);
    }
}
