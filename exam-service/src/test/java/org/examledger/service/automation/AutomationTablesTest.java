package org.examledger.service.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.examledger.command.automation.Outage;
import org.examledger.store.LogReader;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The rows that automations keep beside the log. */
class AutomationTablesTest {
    private static final Instant START = Instant.parse("2026-12-01T08:00:00Z");
    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final UUID ONE = UUID.fromString("5e550000-0000-4000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("5e550000-0000-4000-8000-000000000002");

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate jdbc;
    private static TransactionTemplate transactions;

    private WatchTable list;
    private ServiceSigns signs;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        var database = postgres.getPostgresDatabase();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/event-store", "classpath:db/exam-service")
                .load()
                .migrate();
        jdbc = new JdbcTemplate(database);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void nothing_is_listed_yet() {
        jdbc.update("DELETE FROM scheduled_tasks");
        jdbc.update("UPDATE session_watch_bookmark SET position = (SELECT position FROM log_head)");
        jdbc.update("DELETE FROM service_outage");
        jdbc.update("UPDATE service_sign SET seen_at = clock_timestamp()");
        var log = new LogReader(postgres.getPostgresDatabase());
        list = new WatchTable(jdbc, transactions, log, new JsonMapper(), SILENCE);
        signs = new ServiceSigns(jdbc, transactions);
    }

    private static void happened(UUID session, String name, Instant at, String payload) {
        jdbc.update("""
                WITH head AS (UPDATE log_head SET position = position + 1 RETURNING position)
                INSERT INTO log_event
                    (position, occurred_at, stream_no, sequence, type_no, correlation, metadata, payload, hash)
                SELECT position, ?, stream_no, position, type_no, '', '', ?, ''
                FROM head, log_numbers(ARRAY[?], ARRAY[?], ARRAY[1], ARRAY[NULL], ARRAY[NULL])
                """, Timestamp.from(at), payload.getBytes(StandardCharsets.UTF_8), "session:" + session, name);
    }

    private static void started(UUID session, Instant deadline) {
        happened(session, "SessionStarted", START, "{\"epoch\":1,\"deadline\":\"" + deadline + "\"}");
    }

    private static void extended(UUID session, Instant deadline) {
        happened(session, "TimeExtended", START.plusSeconds(60), "{\"seconds\":1,\"deadline\":\"" + deadline + "\"}");
    }

    private static Instant lookAt(UUID session) {
        var at = jdbc.queryForObject(
                "SELECT execution_time FROM scheduled_tasks WHERE task_instance = ?",
                Timestamp.class,
                session.toString());
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    @Test
    void a_session_that_began_is_looked_at_when_it_may_be_over_or_silent() {
        started(ONE, START.plusSeconds(300));
        started(TWO, START.plusSeconds(7_200));
        happened(TWO, "HeartbeatReceived", START.plusSeconds(30), "{}");
        list.catchUp();

        assertThat(list.sessions()).containsExactly(ONE, TWO);
        assertThat(lookAt(ONE)).isEqualTo(START.plusSeconds(300));
        assertThat(lookAt(TWO)).isEqualTo(START.plus(SILENCE));
    }

    @Test
    void less_time_brings_the_look_forward_and_more_time_puts_nothing_off() {
        started(ONE, START.plusSeconds(500));
        list.catchUp();
        extended(ONE, START.plusSeconds(200));
        list.catchUp();
        assertThat(lookAt(ONE)).isEqualTo(START.plusSeconds(200));

        extended(ONE, START.plusSeconds(900));
        list.catchUp();
        assertThat(lookAt(ONE)).isEqualTo(START.plusSeconds(200));
    }

    @Test
    void time_given_before_the_start_lists_nobody() {
        happened(ONE, "TimeExtended", START, "{\"seconds\":60,\"allowedSeconds\":3660}");
        list.catchUp();

        assertThat(list.sessions()).isEmpty();
    }

    @Test
    void a_look_under_way_is_void_when_its_session_got_another_time() {
        started(ONE, START.plusSeconds(500));
        list.catchUp();
        jdbc.update("UPDATE scheduled_tasks SET picked = true, picked_by = 'somebody'");
        var before = jdbc.queryForObject("SELECT version FROM scheduled_tasks", Long.class);
        extended(ONE, START.plusSeconds(900));
        list.catchUp();

        assertThat(jdbc.queryForObject("SELECT version FROM scheduled_tasks", Long.class))
                .isNotEqualTo(before);
        assertThat(jdbc.queryForObject("SELECT picked FROM scheduled_tasks", Boolean.class))
                .isFalse();
    }

    @Test
    void a_list_that_was_lost_is_written_again_from_the_log() {
        var before = jdbc.queryForObject("SELECT position FROM session_watch_bookmark", Long.class);
        started(ONE, START.plusSeconds(300));
        list.catchUp();
        jdbc.update("DELETE FROM scheduled_tasks");
        list.catchUp();
        assertThat(list.sessions()).isEmpty();

        jdbc.update("UPDATE session_watch_bookmark SET position = ?", before);
        list.catchUp();
        assertThat(list.sessions()).containsExactly(ONE);
    }

    @Test
    void nothing_is_noted_while_somebody_is_alive() {
        assertThat(signs.alive(Duration.ofSeconds(60))).isEmpty();
        assertThat(signs.back()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void an_outage_is_noted_once_and_waits_until_it_is_settled() throws Exception {
        jdbc.update("UPDATE service_sign SET seen_at = clock_timestamp() - interval '10 minutes'");
        var last = Objects.requireNonNull(jdbc.queryForObject("SELECT seen_at FROM service_sign", Timestamp.class));

        try (var processes = Executors.newFixedThreadPool(4)) {
            Callable<Integer> beat = () -> signs.alive(Duration.ofSeconds(60)).size();
            for (var seen : processes.invokeAll(Collections.nCopies(8, beat))) {
                assertThat(seen.get()).isEqualTo(1);
            }
        }
        var outage = signs.alive(Duration.ofSeconds(60)).getFirst();
        assertThat(outage.from()).isEqualTo(last.toInstant());
        assertThat(Duration.between(outage.from(), outage.until())).isGreaterThanOrEqualTo(Duration.ofMinutes(10));

        signs.settle(new Outage(outage.id(), outage.from(), outage.until()));
        assertThat(signs.alive(Duration.ofSeconds(60))).isEmpty();
        assertThat(signs.back()).isEqualTo(outage.until());
    }
}
