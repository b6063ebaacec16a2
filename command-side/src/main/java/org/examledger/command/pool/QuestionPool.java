package org.examledger.command.pool;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.examledger.command.handling.FactClock;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.handling.Reply;
import org.examledger.command.pool.PoolReceipt.Outcome;
import org.examledger.events.StreamId;
import org.examledger.events.pool.PoolFact;
import org.examledger.events.pool.PoolGenerationFailed;
import org.examledger.events.pool.PoolGenerationRequested;
import org.examledger.events.pool.PoolPublished;
import org.examledger.events.rules.PoolName;
import org.jspecify.annotations.Nullable;

/**
 * The questions of one technology and level (seed 002). There is one stream for each, so two can never claim the same
 * name: whoever comes second joins, or replaces what the first brought.
 */
public final class QuestionPool {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private final PoolState state = new PoolState();

    QuestionPool() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Reply<PoolReceipt> handle(RequestGeneration command, FactClock clock) {
        var now = clock.decideAfter(state.newestAt());
        var seen = state.seen(command.commandId());
        if (seen.isPresent()) {
            return seen.get() instanceof PoolGenerationRequested first
                    ? reply(Outcome.JOINED, first.generationId(), false)
                    : reused();
        }
        var running = state.runningAt(now);
        if (running.isPresent()) {
            return reply(Outcome.JOINED, running.get(), false);
        }
        var title = command.title();
        AggregateLifecycle.apply(new PoolGenerationRequested(
                command.generationId(), title.technology(), title.level(), command.commandId()));
        return reply(Outcome.STARTED, command.generationId(), true);
    }

    /** The same questions again change nothing; of a generation it is remembered all the same that it has ended. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Reply<PoolReceipt> handle(PublishPool command, FactClock clock) {
        clock.decideAfter(state.newestAt());
        var seen = state.seen(command.commandId());
        if (seen.isPresent()) {
            return seen.get() instanceof PoolPublished first
                            && first.questions().equals(command.questions())
                    ? reply(Outcome.UNCHANGED, null, false)
                    : reused();
        }
        var generation = command.generationId();
        if (generation != null && !state.isWaitingFor(generation)) {
            return reply(Outcome.OVERTAKEN, generation, false);
        }
        var isSame = state.revision() > 0 && state.questions().equals(command.questions());
        if (isSame && generation == null) {
            return reply(Outcome.UNCHANGED, null, false);
        }
        var title = command.title();
        AggregateLifecycle.apply(new PoolPublished(
                title.technology(),
                title.level(),
                isSame ? state.revision() : state.revision() + 1,
                command.questions(),
                generation,
                command.commandId()));
        return reply(isSame ? Outcome.UNCHANGED : Outcome.PUBLISHED, generation, true);
    }

    @CommandHandler
    Reply<PoolReceipt> handle(FailGeneration command, FactClock clock) {
        clock.decideAfter(state.newestAt());
        if (!state.isWaitingFor(command.generationId())) {
            return reply(Outcome.OVERTAKEN, command.generationId(), false);
        }
        AggregateLifecycle.apply(new PoolGenerationFailed(command.generationId(), command.reason()));
        return reply(Outcome.FAILED, command.generationId(), true);
    }

    @EventSourcingHandler
    void evolve(PoolFact fact, @Timestamp Instant at) {
        switch (fact) {
            case PoolGenerationRequested it -> stream = streamOf(it.technology(), it.level());
            case PoolPublished it -> stream = streamOf(it.technology(), it.level());
            case PoolGenerationFailed it -> {}
        }
        state.evolve(fact, at);
    }

    private static String streamOf(String technology, String level) {
        return StreamId.ofPool(new PoolName(technology, level).path());
    }

    private Reply<PoolReceipt> reply(Outcome outcome, @Nullable UUID generationId, boolean appended) {
        return Reply.of(receipt(outcome, generationId), null, AggregateLifecycle.getVersion(), appended);
    }

    private Reply<PoolReceipt> reused() {
        return Reply.of(
                receipt(Outcome.UNCHANGED, null),
                Refusal.of(Code.COMMAND_REUSED, "This command was sent before with another content."),
                AggregateLifecycle.getVersion(),
                false);
    }

    private PoolReceipt receipt(Outcome outcome, @Nullable UUID generationId) {
        return new PoolReceipt(outcome, state.revision(), state.questions().size(), generationId);
    }
}
