package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.examledger.store.LogProcess.answer;
import static org.examledger.store.LogProcess.fact;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresEventStorageEngineTest {

    private static LogDatabase database;
    private static LogProcess process;

    @BeforeAll
    static void start() {
        database = new LogDatabase();
        process = new LogProcess(database);
    }

    @AfterAll
    static void stop() {
        process.close();
        database.close();
    }

    @Test
    void what_was_appended_is_read_back() {
        process.append(fact("exam:back", 0, new Opened("Safety", "b")), answer("exam:back", 1));

        var events = process.engine.readEvents("exam:back").asStream().toList();

        assertThat(events).hasSize(2);
        assertThat(events.getFirst().getPayload()).isEqualTo(new Opened("Safety", "b"));
        assertThat(events.getLast().getPayload()).isEqualTo(new Answered("q-1", List.of("a", "c"), 1));
        assertThat(events.getLast().getSequenceNumber()).isEqualTo(1);
        assertThat(events.getLast().getType()).isEqualTo("exam");
        assertThat(events.getLast().getIdentifier()).isEqualTo("exam:back/1");
        assertThat(events.getLast().getMetaData()).containsExactly(Map.entry("actor", "p-1"));
    }

    @Test
    void a_stream_can_be_read_from_its_middle() {
        process.append(answer("exam:middle", 0), answer("exam:middle", 1), answer("exam:middle", 2));

        assertThat(process.engine.readEvents("exam:middle", 1).asStream().map(e -> e.getSequenceNumber()))
                .containsExactly(1L, 2L);
        assertThat(process.engine.lastSequenceNumberFor("exam:middle")).contains(2L);
        assertThat(process.engine.lastSequenceNumberFor("exam:nowhere")).isEmpty();
        assertThat(process.engine.readEvents("exam:nowhere").hasNext()).isFalse();
    }

    @Test
    void after_a_sequence_that_no_stream_can_reach_there_is_nothing() {
        process.append(answer("exam:far", 0));

        assertThat(process.reader.eventsOf("exam:far", Long.MAX_VALUE, 9)).isEmpty();
        assertThat(process.reader.eventsOf("exam:far", Long.MIN_VALUE, 9)).hasSize(1);
    }

    @Test
    void a_stream_longer_than_a_page_is_read_completely() {
        int length = PostgresEventStorageEngine.PAGE + 7;
        for (int i = 0; i < length; i++) {
            process.append(answer("exam:long", i));
        }

        assertThat(process.engine.readEvents("exam:long").asStream().map(e -> e.getSequenceNumber()))
                .hasSize(length)
                .isSorted();
    }

    @Test
    void the_time_is_cut_to_milliseconds_and_kept() {
        var precise = Instant.parse("2026-05-06T07:08:09.123456Z");
        process.engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                "test", "exam:time", 0, new GenericMessage<>(new Opened("t", null)), () -> precise)));

        var read = process.engine.readEvents("exam:time").next();

        assertThat(read.getTimestamp()).isEqualTo(precise.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void a_sequence_that_is_taken_is_a_conflict() {
        process.append(answer("exam:conflict", 0));

        assertThatThrownBy(() -> process.append(fact("exam:conflict", 0, new Opened("late", null))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(process.engine.lastSequenceNumberFor("exam:conflict")).contains(0L);
    }

    @Test
    void two_streams_in_one_append_are_all_or_none() {
        process.append(answer("exam:a", 0));

        assertThatThrownBy(() -> process.append(answer("exam:b", 0), answer("exam:a", 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(process.engine.lastSequenceNumberFor("exam:b")).isEmpty();

        process.append(answer("exam:b", 0), answer("exam:a", 1));
        assertThat(process.engine.lastSequenceNumberFor("exam:a")).contains(1L);
        assertThat(process.engine.lastSequenceNumberFor("exam:b")).contains(0L);
    }

    @Test
    void the_unit_of_work_learns_the_highest_position_of_its_root() {
        var root = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("command"));
        root.onPrepareCommit(work -> {
            var nested = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("inner"));
            process.append(answer("exam:uow", 0), answer("exam:uow", 1));
            assertThat(AppendedPosition.in(nested)).isPresent();
            nested.commit();
        });
        assertThat(AppendedPosition.in(root)).isEmpty();
        root.commit();

        var position = process.reader.headOf("exam:uow").orElseThrow().position();
        assertThat(AppendedPosition.in(root)).isEqualTo(OptionalLong.of(position));
    }

    @Test
    void a_message_without_a_stream_is_refused() {
        assertThatThrownBy(() ->
                        process.engine.appendEvents(List.of(new GenericEventMessage<>(new Opened("nowhere", null)))))
                .isInstanceOf(EventStoreException.class);
    }

    @Test
    void tokens_mark_tail_head_and_time() {
        process.append(answer("exam:tokens", 0));
        long last = process.reader.lastPosition();

        assertThat(process.engine.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(process.engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(last));
        assertThat(process.engine.createTokenAt(Instant.parse("2000-01-01T00:00:00Z")))
                .isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(process.engine.createTokenAt(Instant.parse("2999-01-01T00:00:00Z")))
                .isEqualTo(new GlobalSequenceTrackingToken(last));
    }

    @Test
    void the_feed_of_the_engine_starts_after_the_token() {
        process.append(answer("exam:feed", 0), answer("exam:feed", 1));
        long last = process.reader.lastPosition();

        var events = process.engine.readEvents(new GlobalSequenceTrackingToken(last - 1), false);

        assertThat(events.map(e -> e.trackingToken().position().getAsLong())).containsExactly(last);
    }
}
