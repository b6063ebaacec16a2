package org.examledger.command.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.examledger.events.session.SessionResumed;

/**
 * The places in the order that a command of the portal's page gets.
 *
 * @param epoch the portal's
 * @param first the first free number in it
 * @param isOpen whether the portal has this epoch already; else the command opens it
 */
record Turn(Session session, int epoch, long first, boolean isOpen) {
    /** An epoch that somebody else opened is another page's: the portal takes the session over, as any page does (R17). */
    static Turn of(Session session, int numbersNeeded) {
        return session.arrivals().isOfPortal(numbersNeeded)
                ? within(session)
                : new Turn(session, session.state().epoch() + 1, 1, false);
    }

    /** Goes on in the newest epoch, whoever opened it. */
    static Turn within(Session session) {
        var last = session.arrivals().last();
        return new Turn(session, last.epoch(), last.clientSeq() + 1, true);
    }

    List<AnswerGiven> number(Map<Integer, Integer> options, int pageIndex) {
        var answers = new ArrayList<AnswerGiven>();
        options.forEach((question, option) ->
                answers.add(new AnswerGiven(first + answers.size(), question, List.of(option), pageIndex, null)));
        return List.copyOf(answers);
    }

    /** Whether this is what the portal's epoch holds; an older epoch's answer could still be overtaken within that one. */
    boolean holds(int question, int option) {
        var current = session.state().answers().get(question);
        return isOpen
                && current != null
                && current.order().epoch() == epoch
                && current.optionIds().equals(List.of(option));
    }

    /** The same decision, which begins the portal's epoch where it has none; a refusal begins nothing. */
    Decision opening(Decision decision) {
        return isOpen || decision.refusal() != null
                ? decision
                : decision.after(List.of(new SessionResumed(epoch, ArrivalOrder.DEVICE, ArrivalOrder.DEVICE, null)));
    }
}
