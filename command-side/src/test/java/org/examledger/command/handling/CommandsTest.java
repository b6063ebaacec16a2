package org.examledger.command.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
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
    void an_error_before_anything_was_sent_is_repeated() {
        log.failures.add(new Failure(false, new NothingWasSent()));
        log.failures.add(new Failure(false, new NothingWasSent()));
        assertThat(here.send(new Raise("counter:f", 4)).sequence()).isZero();
        assertThat(log.appends).isEqualTo(3);
    }

    @Test
    void an_error_before_anything_was_sent_is_told_after_five_repeats() {
        for (var attempt = 0; attempt < 9; attempt++) {
            log.failures.add(new Failure(false, new NothingWasSent()));
        }
        assertThatThrownBy(() -> here.send(new Raise("counter:g", 4))).isInstanceOf(NothingWasSent.class);
        assertThat(log.appends).isEqualTo(6);
    }

    @Test
    void an_unknown_outcome_is_told_at_once_and_never_repeated_by_itself() {
        log.failures.add(new Failure(true, new IllegalStateException("the connection broke after sending")));
        assertThatThrownBy(() -> here.send(new Raise("counter:h", 4))).hasMessageContaining("after sending");
        assertThat(log.appends).isEqualTo(1);

        var repeat = here.send(new Raise("counter:h", 3));
        assertThat(Objects.requireNonNull(repeat.refusal()).detail()).isEqualTo("4 is more than 3");
        assertThat(repeat.sequence()).as("what was stored after all is seen").isZero();
    }

    @Test
    void a_refusal_is_decided_once() {
        here.send(new Raise("counter:i", 8));
        var decisions = here.decisions.get();
        assertThat(here.send(new Raise("counter:i", 7)).refusal()).isNotNull();
        assertThat(here.decisions.get()).isEqualTo(decisions + 1);
    }

    @Test
    void an_exception_of_an_aggregate_is_told_at_once() {
        here.send(new Raise("counter:j", 8));
        var decisions = here.decisions.get();
        assertThatThrownBy(() -> here.send(new Raise("counter:j", Counter.BROKEN)))
                .hasMessage("planted");
        assertThat(here.decisions.get()).isEqualTo(decisions + 1);
    }

    @Test
    void an_error_while_storing_is_an_unknown_outcome_and_leaves_nothing_in_the_cache() {
        here.send(new Raise("counter:k", 1));
        log.failures.add(new Failure(false, new StackOverflowError("planted")));
        assertThatThrownBy(() -> here.send(new Raise("counter:k", 5)))
                .isInstanceOf(CommandOutcomeUnknownException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(CurrentUnitOfWork.isStarted()).isFalse();

        assertThat(here.send(new Raise("counter:k", 9)).sequence()).isEqualTo(1);
    }

    /** What the test before would meet without {@link ForgetUnlessCommitted}. */
    @Test
    void a_bus_that_forgets_nothing_answers_from_facts_that_are_in_no_log() {
        var twin = new OneProcess(log, (positions, cache) -> {
            var bus = SimpleCommandBus.builder()
                    .transactionManager(NoTransactionManager.instance())
                    .build();
            bus.registerHandlerInterceptor(new PositionOfReply(positions));
            return bus;
        });
        twin.send(new Raise("counter:l", 1));
        log.failures.add(new Failure(false, new StackOverflowError("planted")));
        assertThatThrownBy(() -> twin.send(new Raise("counter:l", 5))).hasCauseInstanceOf(StackOverflowError.class);

        assertThat(twin.send(new Raise("counter:l", 9)).sequence())
                .as("the place 1 stays empty for ever")
                .isEqualTo(2);
    }

    record Raise(String stream, int to) implements Command {}

    record Ask(String stream) implements Command {}

    record Raised(String stream, int to) {}

    /** Counts upwards only; a smaller number is refused by a value. */
    static final class Counter {
        private static final int BROKEN = 666;

        @AggregateIdentifier
        @SuppressWarnings("UnusedVariable") // Axon reads it
        private @Nullable String stream;

        private int value;

        Counter() {}

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        Reply<Integer> handle(Raise command, AtomicInteger decisions) {
            decisions.incrementAndGet();
            if (command.to() == BROKEN) {
                throw new IllegalArgumentException("planted");
            }
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

    /** Says that it failed before anything was sent. */
    private static final class NothingWasSent extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** How an append goes wrong: before anything was stored, or when everything was. */
    private record Failure(boolean stored, Throwable cause) {
        void happen() {
            switch (cause) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                default -> throw new IllegalStateException(cause);
            }
        }
    }

    /** One log for all processes: Axon's own in memory, with the unique key (stream, sequence) that it lacks. */
    private static final class RecordingLog extends InMemoryEventStorageEngine implements EventLog {
        private final Map<String, Head> heads = new ConcurrentHashMap<>();
        private final Deque<Failure> failures = new ArrayDeque<>();
        private long position;
        private int appends;
        private boolean conflictForEver;

        @Override
        public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
            appends++;
            var failure = failures.poll();
            if (failure != null && !failure.stored()) {
                failure.happen();
            }
            for (var event : events) {
                var fact = (DomainEventMessage<?>) event;
                var head = heads.get(fact.getAggregateIdentifier());
                if (conflictForEver || (head != null && head.sequence() >= fact.getSequenceNumber())) {
                    throw new ConcurrencyException("the place is taken");
                }
            }
            storeNow(events);
            for (var event : events) {
                var fact = (DomainEventMessage<?>) event;
                heads.put(fact.getAggregateIdentifier(), new Head(fact.getSequenceNumber(), ++position));
            }
            if (failure != null) {
                failure.happen();
            }
        }

        /** As ours does; Axon's would wait for the unit of work, and forget when that fails. */
        private void storeNow(List<? extends EventMessage<?>> events) {
            var work = CurrentUnitOfWork.get();
            CurrentUnitOfWork.clear(work);
            try {
                super.appendEvents(events);
            } finally {
                CurrentUnitOfWork.set(work);
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
            return failure instanceof NothingWasSent;
        }
    }

    /** A process: caches and locks of its own, the log shared. */
    private static final class OneProcess {
        private final AtomicInteger loads = new AtomicInteger();
        private final AtomicInteger decisions = new AtomicInteger();
        private final Commands commands;

        OneProcess(RecordingLog log) {
            this(log, new CommandHandlingConfiguration()::commandBus);
        }

        OneProcess(RecordingLog log, BiFunction<EventLog, AggregateCache, CommandBus> buses) {
            var configuration = new CommandHandlingConfiguration();
            var cache = configuration.aggregateCache(100);
            var bus = buses.apply(log, cache);
            var facts = new EmbeddedEventStore(EmbeddedEventStore.builder().storageEngine(log)) {
                @Override
                public DomainEventStream readEvents(String aggregateIdentifier) {
                    loads.incrementAndGet();
                    return super.readEvents(aggregateIdentifier);
                }
            };
            var parameters = new MultiParameterResolverFactory(
                    new SimpleResourceParameterResolverFactory(List.of(decisions)),
                    ClasspathParameterResolverFactory.forClass(CommandsTest.class));
            new Aggregates(bus, facts, cache, parameters).register(Counter.class);
            commands = configuration.commands(bus, log, cache);
        }

        Reply<Integer> send(Command command) {
            return commands.send(command, ANYBODY);
        }
    }
}
