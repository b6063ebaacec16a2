package org.examledger.events.rules;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the worker wrote in one attempt and where he is in his paper, by the order of his clicks (R1). */
final class AnswerSheet {
    private final Map<Integer, CurrentAnswer> answers = new LinkedHashMap<>();
    private int epoch;
    private int pageIndex;
    private ClientOrder pageOrder = ClientOrder.NONE;
    private long lastClientSeq;
    private long lastAnswerSeq;

    void newEpoch(int next) {
        epoch = next;
        lastClientSeq = 0;
        lastAnswerSeq = 0;
    }

    void received(ClientOrder order, boolean answer) {
        if (order.epoch() == epoch) {
            lastClientSeq = Math.max(lastClientSeq, order.clientSeq());
            if (answer) {
                lastAnswerSeq = Math.max(lastAnswerSeq, order.clientSeq());
            }
        }
    }

    void turnTo(int page, ClientOrder order) {
        if (order.isAfter(pageOrder)) {
            pageOrder = order;
            pageIndex = page;
        }
    }

    void answer(int questionId, List<Integer> optionIds, ClientOrder order, Instant at) {
        var before = answers.get(questionId);
        if (before == null) {
            answers.put(questionId, new CurrentAnswer(optionIds, order, at, 0));
        } else if (order.isAfter(before.order())) {
            answers.put(questionId, new CurrentAnswer(optionIds, order, at, before.changes() + 1));
        }
    }

    Map<Integer, CurrentAnswer> answers() {
        return Collections.unmodifiableMap(answers);
    }

    int pageIndex() {
        return pageIndex;
    }

    long lastClientSeq() {
        return lastClientSeq;
    }

    long lastAnswerSeq() {
        return lastAnswerSeq;
    }
}
