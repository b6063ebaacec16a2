package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The event store as Axon uses it: published to by units of work, read by a pooled processor. */
class LogEventStoreTest {

    private final LogDatabase database = new LogDatabase();
    private LogProcess process;

    @BeforeEach
    void start() {
        process = new LogProcess(database);
    }

    @AfterEach
    void stop() {
        process.close();
        database.close();
    }

    @Test
    void a_pooled_processor_sees_every_event_in_order_and_soon() {
        var seen = new Seen();
        var processor = processor(seen);
        process.store.publish(LogProcess.answer("exam:1", 0));
        processor.start();
        try {
            await().until(() -> seen.positions.size() == 1);
            for (int i = 1; i <= 20; i++) {
                int expected = i + 1;
                process.store.publish(LogProcess.answer("exam:1", i));
                // Axon itself would look again after 500 ms, or after 5 s with a callback.
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(2))
                        .atMost(Duration.ofMillis(400))
                        .until(() -> seen.positions.size() == expected);
            }
        } finally {
            processor.shutDown();
        }
        assertThat(seen.positions)
                .isEqualTo(LongStream.rangeClosed(1, 21).boxed().toList());
    }

    @Test
    void facts_published_by_a_unit_of_work_are_stored_once_at_its_commit() {
        var work = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("command"));
        process.store.publish(LogProcess.answer("exam:2", 0));
        process.store.publish(LogProcess.answer("exam:2", 1));
        assertThat(process.store.readEvents("exam:2").asStream()).as("staged").hasSize(2);
        assertThat(process.engine.lastSequenceNumberFor("exam:2")).isEmpty();

        work.commit();

        assertThat(process.store.readEvents("exam:2").asStream()).hasSize(2);
        assertThat(AppendedPosition.in(work)).hasValue(2);
        assertThat(process.appender.figures().statements()).isEqualTo(1);
    }

    @Test
    void an_error_while_serialising_ends_the_unit_of_work_as_an_exception_and_spares_the_next() {
        var serializer = new FactSerializer(EventTypes.of(Planted.TYPE, Answered.TYPE));
        var engine =
                new PostgresEventStorageEngine(process.appender, process.reader, serializer, new EventUpcasterChain());
        var store = new LogEventStore(engine, process.signal);
        var work = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("command"));
        store.publish(new GenericDomainEventMessage<>("test", "exam:3", 0, new Planted("any")));

        assertThatThrownBy(work::commit).isInstanceOf(SerializationException.class);

        assertThat(work.isRolledBack()).isTrue();
        assertThat(engine.lastSequenceNumberFor("exam:3")).isEmpty();
        store.publish(LogProcess.answer("exam:3", 0));
        assertThat(engine.lastSequenceNumberFor("exam:3")).contains(0L);
    }

    @Test
    void an_error_before_anything_is_sent_ends_the_unit_of_work_as_an_exception() {
        var work = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("command"));
        process.store.publish(new GenericDomainEventMessage<>("test", "exam:5", 0, new Opened("any", null)) {
            @Override
            public long getSequenceNumber() {
                throw new OutOfMemoryError("planted");
            }
        });

        assertThatThrownBy(work::commit).isInstanceOf(EventStoreException.class);

        assertThat(work.isRolledBack()).isTrue();
        process.store.publish(LogProcess.answer("exam:5", 0));
        assertThat(process.engine.lastSequenceNumberFor("exam:5")).contains(0L);
    }

    @Test
    void an_old_revision_is_read_through_its_upcaster_and_stays_as_it_was_stored() throws Exception {
        var old = new EventType("answered", 1, Opened.class);
        process.appender.append(List.of(StoredEvent.sealed(
                "exam:4",
                0,
                LogProcess.AT.toEpochMilli(),
                old,
                new byte[0],
                "{\"question\":\"q-9\",\"pageIndex\":4}".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        try (var newer = new LogProcess(database, new EventUpcasterChain(new QuestionGotItsNewName()));
                var feed = newer.store.openStream(null)) {
            var expected = new Answered("q-9", List.of(), 4);

            assertThat(feed.nextAvailable().getPayload()).isEqualTo(expected);
            assertThat(newer.store.readEvents("exam:4").next().getPayload()).isEqualTo(expected);
            var raw = newer.reader.eventsOf("exam:4", -1, 9).getFirst();
            assertThat(raw.revision()).isEqualTo(1);
            assertThat(raw.recomputedHash()).isEqualTo(raw.hash());
        }
    }

    record Planted(String text) {
        static final EventType TYPE = new EventType("planted", 1, Planted.class);

        @Override
        public String text() {
            throw new NoClassDefFoundError("planted");
        }
    }

    static final class Seen {
        final List<Long> positions = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Object any, EventMessage<?> message) {
            positions.add(((TrackedEventMessage<?>) message)
                    .trackingToken()
                    .position()
                    .getAsLong());
        }
    }

    private static final class QuestionGotItsNewName extends SingleEventUpcaster {
        private static final SimpleSerializedType FROM = new SimpleSerializedType("answered", "1");
        private static final SimpleSerializedType TO = new SimpleSerializedType("answered", "2");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(FROM);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcast(
                    TO,
                    JsonNode.class,
                    json -> {
                        var object = (ObjectNode) json;
                        object.set("questionId", object.remove("question"));
                        object.putArray("optionIds");
                        return object;
                    },
                    metadata -> metadata);
        }
    }

    private PooledStreamingEventProcessor processor(Seen seen) {
        return PooledStreamingEventProcessor.builder()
                .name("seen")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(seen)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(process.store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(Executors.newScheduledThreadPool(1))
                .workerExecutor(Executors.newScheduledThreadPool(1))
                .initialSegmentCount(1)
                .batchSize(100)
                .build();
    }
}
