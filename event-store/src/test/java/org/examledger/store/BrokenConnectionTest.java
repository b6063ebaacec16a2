package org.examledger.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The appender against a PostgreSQL that drops its connections or stays silent. */
class BrokenConnectionTest {

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
    void an_append_whose_backend_dies_is_unknown_and_the_next_one_is_stored() throws Exception {
        process.append(LogProcess.answer("exam:1", 0));
        try (var lock = database.direct().getConnection();
                var request = Executors.newVirtualThreadPerTaskExecutor()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("SELECT position FROM log_head FOR UPDATE");
            var append = request.submit(() -> process.append(LogProcess.answer("exam:1", 1)));
            awaitBlockedAppend();

            database.killBackendsOf(PostgresLogWriter.NAME);

            assertThatThrownBy(() -> append.get(5, SECONDS)).hasCauseInstanceOf(AppendOutcomeUnknownException.class);
            lock.rollback();
        }
        process.append(LogProcess.answer("exam:1", 1));
        assertThat(process.reader.lastPosition()).isEqualTo(2);
    }

    @Test
    void a_database_that_stays_silent_makes_nobody_wait_for_ever() throws Exception {
        var impatient = new AppenderSettings(10, 10, Duration.ofMillis(300));
        try (var second = new LogProcess(database, new EventUpcasterChain(), impatient);
                var lock = database.direct().getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("SELECT position FROM log_head FOR UPDATE");

            assertThatThrownBy(() -> second.append(LogProcess.answer("exam:2", 0)))
                    .isInstanceOf(AppendOutcomeUnknownException.class);
            lock.rollback();

            await().untilAsserted(() -> second.append(LogProcess.answer("exam:3", 0)));
        }
    }

    @Test
    void a_connection_lost_while_idle_is_replaced_before_anybody_notices() {
        process.append(LogProcess.answer("exam:4", 0));
        long lost = database.backendOf(PostgresLogWriter.NAME);
        database.killBackendsOf(PostgresLogWriter.NAME);
        await().until(() -> database.backendOf(PostgresLogWriter.NAME) == 0);

        await().atMost(Duration.ofSeconds(5)).until(() -> database.backendOf(PostgresLogWriter.NAME) > 0);
        assertThat(database.backendOf(PostgresLogWriter.NAME)).isNotEqualTo(lost);
        process.append(LogProcess.answer("exam:4", 1));

        assertThat(process.engine.lastSequenceNumberFor("exam:4")).contains(1L);
    }

    @Test
    void under_repeated_kills_every_acknowledged_append_is_stored_once_and_the_log_stays_dense() throws Exception {
        var finished = new AtomicBoolean();
        var acknowledged = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<java.util.concurrent.Future<List<Long>>>();
            for (int w = 0; w < 8; w++) {
                var stream = "session:" + w;
                writers.add(threads.submit(() -> appendUntil(finished, stream)));
            }
            for (int kill = 0; kill < 5; kill++) {
                long before = process.appender.figures().commands();
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> process.appender.figures().commands() > before + 50);
                database.killBackendsOf(PostgresLogWriter.NAME);
            }
            finished.set(true);
            for (var writer : writers) {
                acknowledged.addAll(writer.get(10, SECONDS));
            }
        }
        var positions = process.reader.eventsAfter(0, Integer.MAX_VALUE).stream()
                .map(StoredEvent::position)
                .toList();
        assertThat(acknowledged).doesNotHaveDuplicates();
        assertThat(positions).containsAll(acknowledged);
        assertThat(positions.getLast()).isEqualTo(positions.size());
        assertThat(process.reader.lastPosition()).isEqualTo(positions.size());
    }

    /** Appends as a client would: what is unknown is looked up, what is unavailable is tried again. */
    private List<Long> appendUntil(AtomicBoolean finished, String stream) {
        var positions = new ArrayList<Long>();
        int sequence = 0;
        while (!finished.get()) {
            try {
                positions.add(process.appender.append(List.of(process.row(stream, sequence))));
                sequence++;
            } catch (AppendOutcomeUnknownException | LogUnavailableException e) {
                var head = process.reader.headOf(stream);
                sequence = head.map(StreamHead::sequence).orElse(-1) + 1;
            }
        }
        return positions;
    }

    private void awaitBlockedAppend() throws SQLException {
        await().until(() -> database.number("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%UPDATE log_head%'
                """) == 1);
    }
}
