package org.examledger.command.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.rules.CurrentAnswer;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.SessionFact;
import org.jspecify.annotations.Nullable;

/**
 * Places answers of one command into the client's order (R1): what is newest for its question is selected, what comes
 * behind something newer is superseded, what was seen before is left as it is.
 */
final class AnswerPlacement {
    private final Session session;
    private final int epoch;
    private final @Nullable UUID commandId;
    private final List<SessionFact> facts = new ArrayList<>();
    private final List<Receipt.Result> results = new ArrayList<>();
    private final Map<Integer, ClientOrder> newest = new HashMap<>();
    private final Map<ClientOrder, Outcome> placed = new HashMap<>();

    AnswerPlacement(Session session, int epoch, @Nullable UUID commandId) {
        this.session = session;
        this.epoch = epoch;
        this.commandId = commandId;
    }

    void place(List<AnswerGiven> answers) {
        answers.forEach(this::place);
    }

    private void place(AnswerGiven answer) {
        var order = new ClientOrder(epoch, answer.clientSeq());
        var seen = session.memory().seen(order);
        if (seen.isPresent()) {
            repeat(answer, seen.get().fate().outcome());
        } else if (placed.containsKey(order)) {
            repeat(answer, placed.getOrDefault(order, Outcome.STORED));
        } else {
            var outcome = order.isAfter(newestOf(answer.questionId())) ? Outcome.STORED : Outcome.SUPERSEDED;
            facts.add(outcome == Outcome.STORED ? selected(answer) : superseded(answer));
            results.add(new Receipt.Result(answer.clientSeq(), outcome, null));
            placed.put(order, outcome);
            newest.merge(answer.questionId(), order, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    private void repeat(AnswerGiven answer, Outcome first) {
        results.add(new Receipt.Result(answer.clientSeq(), Outcome.DUPLICATE, first));
    }

    /** The newest answer of a question, those just placed included. */
    ClientOrder newestOf(int questionId) {
        CurrentAnswer current = session.state().answers().get(questionId);
        var stored = current == null ? ClientOrder.NONE : current.order();
        var here = newest.getOrDefault(questionId, ClientOrder.NONE);
        return here.isAfter(stored) ? here : stored;
    }

    /** Highest client sequence of an answer of this epoch, those just placed included. */
    long highestReceived() {
        return placed.keySet().stream()
                .mapToLong(ClientOrder::clientSeq)
                .reduce(session.state().lastAnswerSeq(), Math::max);
    }

    List<SessionFact> facts() {
        return facts;
    }

    List<Receipt.Result> results() {
        return results;
    }

    /** The outcome of all answers together: stored when any of them was. */
    Outcome outcome() {
        return results.stream().map(Receipt.Result::outcome).anyMatch(Outcome.STORED::equals)
                ? Outcome.STORED
                : results.stream().map(Receipt.Result::outcome).anyMatch(Outcome.SUPERSEDED::equals)
                        ? Outcome.SUPERSEDED
                        : Outcome.DUPLICATE;
    }

    private AnswerSelected selected(AnswerGiven it) {
        return new AnswerSelected(
                it.questionId(), it.optionIds(), it.pageIndex(), epoch, it.clientSeq(), it.clientTime(), commandId);
    }

    private AnswerSuperseded superseded(AnswerGiven it) {
        return new AnswerSuperseded(
                it.questionId(), it.optionIds(), it.pageIndex(), epoch, it.clientSeq(), it.clientTime(), commandId);
    }
}
