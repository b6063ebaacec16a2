package org.examledger.command.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.examledger.command.handling.Refusal;
import org.examledger.events.session.SessionFact;
import org.jspecify.annotations.Nullable;

/**
 * What deciding brings: facts, and what to say. A refusal may bring facts too, as a late answer does.
 *
 * @param epoch the epoch that the receipt names
 * @param lookAgainAt when an automation should ask again; absent = never
 */
record Decision(
        List<SessionFact> facts,
        int epoch,
        Outcome outcome,
        @Nullable Outcome first,
        List<Receipt.Result> results,
        List<Receipt.Notice> notices,
        @Nullable Refusal refusal,
        @Nullable Instant lookAgainAt) {

    static Decision stored(int epoch, SessionFact fact) {
        return new Decision(List.of(fact), epoch, Outcome.STORED, null, List.of(), List.of(), null, null);
    }

    static Decision duplicate(int epoch, Outcome first) {
        return new Decision(List.of(), epoch, Outcome.DUPLICATE, first, List.of(), List.of(), null, null);
    }

    /** Answered without a trace, because something newer stands. */
    static Decision answered(int epoch, List<Receipt.Notice> notices) {
        return new Decision(List.of(), epoch, Outcome.SUPERSEDED, null, List.of(), notices, null, null);
    }

    static Decision refused(Refusal refusal) {
        return new Decision(List.of(), 0, Outcome.SUPERSEDED, null, List.of(), List.of(), refusal, null);
    }

    /** The same decision with facts that come before its own. */
    Decision after(List<? extends SessionFact> earlier) {
        var all = new ArrayList<SessionFact>(earlier);
        all.addAll(facts);
        return new Decision(List.copyOf(all), epoch, outcome, first, results, notices, refusal, lookAgainAt);
    }

    Decision withResults(List<Receipt.Result> outcomes) {
        return new Decision(facts, epoch, outcome, first, outcomes, notices, refusal, lookAgainAt);
    }

    Decision withNotices(List<Receipt.Notice> more) {
        return new Decision(facts, epoch, outcome, first, results, more, refusal, lookAgainAt);
    }

    Decision lookingAgainAt(Instant at) {
        return new Decision(facts, epoch, outcome, first, results, notices, refusal, at);
    }
}
