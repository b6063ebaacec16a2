package org.examledger.command.session;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.rules.SessionState;
import org.examledger.events.session.SessionFact;

/** What deciding looks at: the session's state, the commands it has seen and the order in which they came. */
final class Session {
    private final UUID id;
    private final SessionState state = new SessionState();
    private final CommandMemory memory = new CommandMemory();
    private final News news = new News();
    private final ArrivalOrder arrivals = new ArrivalOrder();

    Session(UUID id) {
        this.id = id;
    }

    SessionState state() {
        return state;
    }

    News news() {
        return news;
    }

    ArrivalOrder arrivals() {
        return arrivals;
    }

    CommandMemory memory() {
        return memory;
    }

    void evolve(SessionFact fact, Instant at) {
        state.evolve(fact, at);
        memory.evolve(fact);
        news.evolve(fact, at);
        arrivals.evolve(fact);
    }

    /** Where the session stands for a command of this epoch: an earlier attempt has ended, whatever the newest does (R1). */
    Phase phaseAt(int epoch, Instant now) {
        return state.earlierAttemptOf(epoch)
                .<Phase>map(it -> new Phase.Ended(it.ended(), it.endedAt()))
                .orElseGet(() -> phaseAt(now));
    }

    Phase phaseAt(Instant now) {
        return Phase.of(state.life(), now);
    }

    /** Only the owner acts on a session (R6). */
    boolean isOwnedBy(String person) {
        return state.person().equals(person);
    }

    /** The receipt of a decision whose facts have been taken in. */
    Receipt receipt(Decision decision, Instant now) {
        var life = state.life();
        return new Receipt(
                id,
                life.statusAt(now),
                decision.epoch() == 0 ? state.epoch() : decision.epoch(),
                state.epoch(),
                now,
                life.deadlineAt(now),
                life.remainingSecondsAt(now),
                decision.outcome(),
                decision.first(),
                decision.results(),
                decision.notices(),
                decision.lookAgainAt());
    }
}
