package org.examledger.command.restores;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
import org.examledger.events.StreamId;
import org.examledger.events.log.LogFact;
import org.examledger.events.log.LogRestored;
import org.jspecify.annotations.Nullable;

/** The one stream about the log itself. */
public final class LogOfRestores {
    static final Refusal NOTHING_IS_LOST = Refusal.of(Code.NOTHING_LOST, "The log holds everything that was signed.");

    private static final Refusal REUSED =
            Refusal.of(Code.COMMAND_REUSED, "This command was sent before with another reason.");
    private static final SignedRows.Lost NOTHING = new SignedRows.Lost(0, 0);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private final Map<UUID, LogRestored> commands = new HashMap<>();
    private @Nullable Instant newestAt;

    LogOfRestores() {}

    /** Only what checkpoints miss can be declared lost, and only once; otherwise anybody could excuse anything in advance. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Reply<SignedRows.Lost> handle(DeclareRestored command, FactClock clock) {
        clock.decideAfter(newestAt);
        var id = command.commandId();
        var seen = id == null ? null : commands.get(id);
        if (seen != null) {
            return seen.reason().equals(command.reason())
                    ? reply(new SignedRows.Lost(seen.lostFrom(), seen.lostTo()), null, false)
                    : reply(NOTHING, REUSED, false);
        }
        if (command.lost().isEmpty()) {
            return reply(NOTHING, NOTHING_IS_LOST, false);
        }
        var lost = command.lost().get();
        AggregateLifecycle.apply(new LogRestored(lost.from(), lost.to(), command.reason(), id));
        return reply(lost, null, true);
    }

    @EventSourcingHandler
    void evolve(LogFact fact, @Timestamp Instant at) {
        stream = StreamId.RESTORES;
        newestAt = at;
        switch (fact) {
            case LogRestored it -> {
                if (it.commandId() != null) {
                    commands.put(it.commandId(), it);
                }
            }
        }
    }

    private static Reply<SignedRows.Lost> reply(SignedRows.Lost lost, @Nullable Refusal refusal, boolean appended) {
        return Reply.of(lost, refusal, AggregateLifecycle.getVersion(), appended);
    }
}
