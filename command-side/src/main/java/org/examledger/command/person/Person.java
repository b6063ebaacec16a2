package org.examledger.command.person;

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
import org.examledger.command.handling.Reply;
import org.examledger.events.StreamId;
import org.examledger.events.person.PersonErased;
import org.examledger.events.person.PersonFact;
import org.jspecify.annotations.Nullable;

/** Somebody of whom the log knows no more than an opaque id, and at the end that he was erased (R13). */
public final class Person {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private @Nullable Instant erasedAt;

    Person() {}

    /** Once is enough: erasing again only completes what a crash may have left. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Reply<UUID> handle(ErasePerson command, FactClock clock) {
        var unused = clock.decideAfter(erasedAt);
        if (erasedAt != null) {
            return Reply.of(command.person(), null, AggregateLifecycle.getVersion(), false);
        }
        AggregateLifecycle.apply(new PersonErased(command.person(), command.commandId()));
        return Reply.of(command.person(), null, AggregateLifecycle.getVersion(), true);
    }

    @EventSourcingHandler
    void evolve(PersonFact fact, @Timestamp Instant at) {
        switch (fact) {
            case PersonErased it -> {
                stream = StreamId.ofPerson(it.person());
                erasedAt = at;
            }
        }
    }
}
