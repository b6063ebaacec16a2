package org.examledger.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.examledger.store.LogProcess.answer;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream gets its number with its first event, whoever else is about to give it one. */
class NewStreamsTest {

    private static final int STREAMS = 20;
    private static final String NUMBER =
            "SELECT stream_no FROM log_numbers(ARRAY['exam:x'], ARRAY['opened'], ARRAY[1], ARRAY[NULL], ARRAY[NULL])";

    private final LogDatabase database = new LogDatabase();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private LogProcess process;
    private LogProcess other;

    @BeforeEach
    void start() {
        process = new LogProcess(database);
        other = new LogProcess(database);
    }

    @AfterEach
    void stop() {
        requests.close();
        process.close();
        other.close();
        database.close();
    }

    @Test
    void two_processes_that_meet_the_same_new_streams_at_once_give_each_of_them_one_number() throws Exception {
        Future<?> here;
        Future<?> there;
        try (var lock = database.direct().getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("SELECT position FROM log_head FOR UPDATE");
            // Both begin their statement when none of the streams exists, in opposite orders.
            here = requests.submit(() -> process.append(facts(0, false)));
            there = requests.submit(() -> other.append(facts(1, true)));
            awaitBlocked(2);
            lock.rollback();
        }
        here.get(5, SECONDS);
        there.get(5, SECONDS);

        assertThat(database.number("SELECT count(*) FROM log_stream")).isEqualTo(STREAMS);
        assertThat(database.number("SELECT max(no) FROM log_stream")).isEqualTo(STREAMS);
        for (int s = 0; s < STREAMS; s++) {
            for (var reader : List.of(process.reader, other.reader)) {
                assertThat(reader.eventsOf("exam:" + s, -1, 9))
                        .extracting(StoredEvent::sequence)
                        .containsExactly(0, 1);
            }
        }
        assertThat(process.reader.eventsAfter(0, 99))
                .hasSize(2 * STREAMS)
                .allSatisfy(event -> assertThat(event.recomputedHash()).isEqualTo(event.hash()));
    }

    private static DomainEventMessage<?>[] facts(int sequence, boolean backwards) {
        return IntStream.range(0, STREAMS)
                .map(s -> backwards ? STREAMS - 1 - s : s)
                .mapToObj(s -> answer("exam:" + s, sequence))
                .toArray(DomainEventMessage<?>[]::new);
    }

    @Test
    void the_number_of_a_stream_whose_first_event_was_refused_is_forgotten() {
        process.append(answer("exam:taken", 0));

        assertThatThrownBy(() -> process.append(answer("exam:refused", 0), answer("exam:taken", 0)))
                .isInstanceOf(ConcurrencyException.class);
        // The number goes to somebody else now; whoever remembered it would write into a wrong stream.
        other.append(answer("exam:next", 0));
        process.append(answer("exam:refused", 0), answer("exam:taken", 1));

        assertThat(process.reader.eventsAfter(0, 9))
                .extracting(event -> event.streamId() + "/" + event.sequence())
                .containsExactly("exam:taken/0", "exam:next/0", "exam:refused/0", "exam:taken/1");
        assertThat(database.number("SELECT max(no) FROM log_stream")).isEqualTo(3);
    }

    @Test
    void of_a_batch_that_names_one_new_stream_often_only_the_guilty_command_fails() throws Exception {
        process.append(answer("exam:taken", 0));
        Future<?> first;
        Future<?> guilty;
        Future<?> innocent;
        try (var lock = database.direct().getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("SELECT position FROM log_head FOR UPDATE");
            var _ = requests.submit(() -> process.append(answer("exam:before", 0)));
            awaitBlocked(1);
            first = requests.submit(() -> process.append(answer("exam:new", 0)));
            guilty = requests.submit(() -> process.append(answer("exam:other", 0), answer("exam:taken", 0)));
            innocent = requests.submit(() -> process.append(answer("exam:new", 1), answer("exam:taken", 1)));
            await().until(() -> process.appender.figures().waiting() == 3);
            lock.rollback();
        }
        first.get(5, SECONDS);
        innocent.get(5, SECONDS);
        assertThatThrownBy(() -> guilty.get(5, SECONDS)).hasCauseInstanceOf(ConcurrencyException.class);

        assertThat(process.reader.eventsOf("exam:new", -1, 9)).hasSize(2);
        assertThat(process.reader.eventsOf("exam:taken", -1, 9)).hasSize(2);
        assertThat(process.reader.headOf("exam:other")).isEmpty();
        assertThat(database.number("SELECT count(*) FROM log_stream WHERE name = 'exam:other'"))
                .isZero();
    }

    @Test
    void whoever_asks_for_numbers_waits_for_whoever_else_is_being_given_some() throws Exception {
        Future<Long> second;
        try (var first = database.direct().getConnection()) {
            first.setAutoCommit(false);
            first.createStatement().execute(NUMBER);
            second = requests.submit(() -> database.number(NUMBER));
            await().until(() -> database.number("""
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%log_numbers%'
                    """) == 1);
            first.commit();
        }
        assertThat(second.get(5, SECONDS)).isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM log_stream")).isEqualTo(1);
    }

    private void awaitBlocked(int writers) throws SQLException {
        await().until(() -> database.number("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'
                  AND application_name = 'log-appender'
                """) == writers);
    }
}
