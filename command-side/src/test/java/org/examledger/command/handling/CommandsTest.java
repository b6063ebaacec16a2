package org.examledger.command.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.CreationPolicy;
import org.examledger.events.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Commands} promises, shown on the smallest aggregate there can be and on two processes over one log. */
class CommandsTest {
    private static final Actor ANYBODY = new Actor("person-1", Actor.Role.WORKER);

    private final RecordingLog log = new RecordingLog();
    private final OneProcess here = new OneProcess(log);
    private final OneProcess there = new OneProcess(log);

    @Test
    void a_stored_command_is_answered_with_the_place_of_its_fact() {
        here.send(new Raise("counter:a", 1));
        var reply = here.send(new Raise("counter:a", 2));
        assertThat(reply.answer()).isEqualTo(2);
        assertThat(reply.sequence()).isEqualTo(1);
        assertThat(reply.position()).isEqualTo(2);
    }

    @Test
    void what_appends_nothing_is_decided_on_the_newest_facts_of_every_process() {
        here.send(new Raise("counter:b", 5));
        there.send(new Raise("counter:b", 9));
        var reply = here.send(new Raise("counter:b", 7));
        assertThat(Objects.requireNonNull(reply.refusal()).detail()).isEqualTo("9 is more than 7");
        assertThat(reply.sequence()).isEqualTo(1);
        assertThat(reply.position()).isEqualTo(2);
    }

    @Test
    void a_conflict_is_decided_again_on_fresh_facts() {
        here.send(new Raise("counter:c", 5));
        there.send(new Raise("counter:c", 9));
        var reply = here.send(new Raise("counter:c", 11));
        assertThat(reply.answer()).isEqualTo(11);
        assertThat(reply.sequence()).isEqualTo(2);
    }

    @Test
    void a_thousand_refusals_reload_nothing() {
        here.send(new Raise("counter:d", 50));
        var loads = here.loads.get();
        for (var attempt = 0; attempt < 1_000; attempt++) {
            assertThat(here.send(new Raise("counter:d", 3)).refusal()).isNotNull();
        }
        assertThat(here.loads.get()).isEqualTo(loads);
    }

    @Test
    void a_command_to_nobody_says_so() {
        assertThatThrownBy(() -> here.send(new Ask("counter:nobody"))).isInstanceOf(NoSuchStreamException.class);
    }

    @Test
    void after_too_many_conflicts_the_caller_is_told_that_nothing_was_stored() {
        here.send(new Raise("counter:e", 1));
        log.conflictForEver = true;
        assertThatThrownBy(() -> here.send(new Raise("counter:e", 2))).isInstanceOf(CommandUndecidedException.class);
        log.conflictForEver = false;
        assertThat(here.send(new Raise("counter:e", 3)).sequence()).isEqualTo(1);
    }

    @Test
    void an_error_while_facts_are_stored_leaves_no_trace_of_them() {
        here.send(new Raise("counter:f", 1));
        log.breaks = true;
        assertThatThrownBy(() -> here.send(new Raise("counter:f", 9))).isInstanceOf(OutOfMemoryError.class);
        log.breaks = false;
        var reply = here.send(new Raise("counter:f", 12));
        assertThat(reply.sequence()).isEqualTo(1);
    }

    record Raise(String stream, int to) implements Command {}

    record Ask(String stream) implements Command {}

    record Raised(String stream, int to) {}

    /** Counts upwards only; a smaller number is refused by a value. */
    static final class Counter {
        @AggregateIdentifier
        @SuppressWarnings("UnusedVariable") // Axon reads it
        private @Nullable String stream;

        private int value;

        Counter() {}

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        Reply<Integer> handle(Raise command) {
            if (command.to() < value) {
                var refusal = Refusal.of(Refusal.Code.INVALID_REQUEST, value + " is more than " + command.to());
                return Reply.of(value, refusal, AggregateLifecycle.getVersion(), false);
            }
            AggregateLifecycle.apply(new Raised(command.stream(), command.to()));
            return Reply.of(value, null, AggregateLifecycle.getVersion(), true);
        }

        @CommandHandler
        Reply<Integer> handle(Ask command) {
            return Reply.of(value, null, AggregateLifecycle.getVersion(), false);
        }

        @EventSourcingHandler
        void evolve(Raised fact) {
            stream = fact.stream();
            value = fact.to();
        }
    }

    /** One log for all processes: Axon's own in memory, with the unique key (stream, sequence) that it lacks. */
    private static final class RecordingLog extends InMemoryEventStorageEngine implements EventLog {
        private final Map<String, Head> heads = new ConcurrentHashMap<>();
        private long position;
        private boolean conflictForEver;
        private boolean breaks;

        @Override
        public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
            if (breaks) {
                throw new OutOfMemoryError("planted");
            }
            for (var event : events) {
                var fact = (DomainEventMessage<?>) event;
                var head = heads.get(fact.getAggregateIdentifier());
                if (conflictForEver || (head != null && head.sequence() >= fact.getSequenceNumber())) {
                    throw new ConcurrencyException("the place is taken");
                }
            }
            super.appendEvents(events);
            for (var event : events) {
                var fact = (DomainEventMessage<?>) event;
                heads.put(fact.getAggregateIdentifier(), new Head(fact.getSequenceNumber(), ++position));
            }
        }

        @Override
        public Optional<Head> headOf(String stream) {
            return Optional.ofNullable(heads.get(stream));
        }

        @Override
        public OptionalLong positionAppendedBy(UnitOfWork<?> work) {
            return OptionalLong.of(position);
        }

        @Override
        public boolean nothingWasSent(RuntimeException failure) {
            return false;
        }
    }

    /** A process: caches and locks of its own, the log shared. */
    private static final class OneProcess {
        private final AtomicInteger loads = new AtomicInteger();
        private final Commands commands;

        OneProcess(RecordingLog log) {
            var configuration = new CommandHandlingConfiguration();
            var bus = configuration.commandBus(log);
            var cache = configuration.aggregateCache(100);
            var facts = new EmbeddedEventStore(EmbeddedEventStore.builder().storageEngine(log)) {
                @Override
                public DomainEventStream readEvents(String aggregateIdentifier) {
                    loads.incrementAndGet();
                    return super.readEvents(aggregateIdentifier);
                }
            };
            configuration
                    .aggregates(bus, facts, cache, new FactClock(Clock.systemUTC()))
                    .register(Counter.class);
            commands = configuration.commands(bus, log, cache);
        }

        Reply<Integer> send(Command command) {
            return commands.send(command, ANYBODY);
        }
    }
}
