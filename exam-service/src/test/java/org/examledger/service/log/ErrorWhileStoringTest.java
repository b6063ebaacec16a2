package org.examledger.service.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.examledger.command.handling.CommandOutcomeUnknownException;
import org.examledger.command.handling.Commands;
import org.examledger.command.session.AssignSession;
import org.examledger.events.Actor;
import org.examledger.events.StreamId;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.examledger.service.Client;
import org.examledger.service.RunningService;
import org.examledger.store.LogEventStore;
import org.examledger.store.LogReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an {@link Error} in the commit path leaves behind. With Axon's usual wiring it leaves a transaction on the
 * thread, in which everything that follows is acknowledged and lost: the last test shows it.
 */
@RunningService
class ErrorWhileStoringTest {
    private static final int AFTERWARDS = 1_000;
    private static final int THREADS = 2;
    private static final Paper PAPER =
            new Paper(List.of(new PaperQuestion(1, List.of(1, 2), false, 5)), 1, "hash-of-the-paper");
    private static final Timing TIMING =
            new Timing(Instant.parse("2026-01-01T00:00:00Z"), null, "UTC", 3600, 120, TimerPolicy.WALL_CLOCK, null);

    @Autowired
    private Commands commands;

    @Autowired
    private LogEventStore facts;

    @Autowired
    private LogReader log;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LogConnections connections;

    @LocalServerPort
    private int port;

    private final AtomicReference<@Nullable Error> beforeAppending = new AtomicReference<>();
    private final AtomicReference<@Nullable Error> afterAppending = new AtomicReference<>();
    private final List<Registration> planted = new ArrayList<>();

    private UUID exam;

    /** Sessions of an exam that nobody locked would stop the read models of every test that uses this service too. */
    @BeforeEach
    void lock_an_exam() {
        var hc = Client.anonymous(port).as("hc");
        var draft = hc.post("/api/v1/drafts", """
                {"title":"Stumbling","opensAt":"2026-01-01","durationMinutes":60,"passPercentage":60,
                 "workers":[{"workerId":"worker-9001","name":"Nine"}],
                 "questions":[{"id":1,"text":"Who?","points":5,"correct":[1],
                               "options":[{"id":1,"text":"I"},{"id":2,"text":"You"}]}]}""");
        var locked = hc.post("/api/v1/drafts/" + draft.json().get("draftId").asString() + "/lock", "");
        exam = UUID.fromString(locked.json().get("examId").asString());
    }

    @BeforeEach
    void plant() {
        planted.add(facts.registerDispatchInterceptor(messages -> (index, message) -> {
            throwOnce(beforeAppending);
            return message;
        }));
        planted.add(facts.subscribe(messages -> throwOnce(afterAppending)));
    }

    @AfterEach
    void uproot() {
        planted.forEach(Registration::cancel);
    }

    private static void throwOnce(AtomicReference<@Nullable Error> error) {
        var thrown = error.getAndSet(null);
        if (thrown != null) {
            throw thrown;
        }
    }

    private AssignSession assignment() {
        return new AssignSession(UUID.randomUUID(), exam, "person-9", PAPER, TIMING, 60, UUID.randomUUID());
    }

    private long assign(AssignSession command) {
        return commands.send(command, Actor.SYSTEM).position();
    }

    @Test
    void after_an_error_before_the_append_every_acknowledged_command_is_in_the_log() throws Exception {
        a_thousand_commands_follow_an_error_in(beforeAppending, new StackOverflowError("planted"), 0);
    }

    @Test
    void after_an_error_behind_the_append_every_acknowledged_command_is_in_the_log() throws Exception {
        a_thousand_commands_follow_an_error_in(afterAppending, new NoClassDefFoundError("planted"), 1);
    }

    private void a_thousand_commands_follow_an_error_in(
            AtomicReference<@Nullable Error> place, Error error, int storedAllTheSame) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var unlucky = new ArrayList<AssignSession>();
            for (var attempt = 0; attempt < THREADS; attempt++) {
                var command = assignment();
                unlucky.add(command);
                place.set(error);
                assertThatThrownBy(() -> on(threads.submit(() -> assign(command))))
                        .isInstanceOf(CommandOutcomeUnknownException.class)
                        .hasCause(error);
            }
            var acknowledged = new ConcurrentHashMap<String, Long>();
            var running = new ArrayList<Future<?>>();
            for (var number = 0; number < AFTERWARDS; number++) {
                running.add(threads.submit(() -> {
                    var command = assignment();
                    acknowledged.put(StreamId.ofSession(command.sessionId()), assign(command));
                }));
            }
            for (var each : running) {
                on(each);
            }

            assertThat(acknowledged).hasSize(AFTERWARDS);
            assertThat(storedFirsts()).containsAllEntriesOf(acknowledged);
            for (var thread = 0; thread < THREADS; thread++) {
                on(threads.submit(ErrorWhileStoringTest::assertNothingIsLeftOnThisThread));
            }
            assertThat(idleInTransactionForLong()).isZero();
            for (var command : unlucky) {
                var stream = StreamId.ofSession(command.sessionId());
                assertThat(log.eventsOf(stream, -1, 9)).hasSize(storedAllTheSame);
                assertThat(assign(command)).isPositive();
                assertThat(log.eventsOf(stream, -1, 9))
                        .as("a repeat finds out what became of it")
                        .hasSize(1);
            }
        }
    }

    private static <T> T on(Future<T> future) throws Exception {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private static void assertNothingIsLeftOnThisThread() {
        assertThat(CurrentUnitOfWork.isStarted()).isFalse();
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isFalse();
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    }

    private Map<String, Long> storedFirsts() {
        var stored = new ConcurrentHashMap<String, Long>();
        jdbc.sql("SELECT stream_id, position FROM log_event_readable WHERE sequence = 0 AND stream_id LIKE 'session:%'")
                .query(row -> {
                    stored.put(row.getString(1), row.getLong(2));
                });
        return stored;
    }

    private long idleInTransactionForLong() {
        return jdbc.sql("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND state LIKE 'idle in transaction%'
                  AND state_change < now() - interval '1 second'
                """).query(Long.class).single();
    }

    /** The cached session must not remember an answer that is in no log, or its repeat would be called a duplicate. */
    @Test
    void an_answer_that_met_an_error_is_stored_by_its_repeat_and_leaves_no_hole() {
        var worker = Client.anonymous(port).as("worker-9");
        await().until(() -> worker.get("/api/v1/me/sessions").json().size() > 0);
        var mine =
                worker.get("/api/v1/me/sessions").json().get(0).get("sessionId").asString();
        var session = "/api/v1/sessions/" + mine;
        var epoch = worker.post(session + "/start", "{\"clientId\":\"page-9\"}")
                .json()
                .get("epoch")
                .asInt();
        var before = log.eventsOf("session:" + mine, -1, 99).size();

        beforeAppending.set(new StackOverflowError("planted"));
        var lost = worker.post(session + "/answers", answer(epoch, 1, 1, 2));
        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.code()).isEqualTo("unavailable");
        assertThat(lost.header("Retry-After")).isEqualTo("1");

        var next = worker.post(session + "/answers", answer(epoch, 2, 2, 1));
        assertThat(next.json().get("outcome").asString()).isEqualTo("stored");
        assertThat(next.json().get("sequence").asInt()).isEqualTo(before);
        var repeat = worker.post(session + "/answers", answer(epoch, 1, 1, 2));
        assertThat(repeat.json().get("outcome").asString()).isEqualTo("stored");
        assertThat(log.eventsOf("session:" + mine, -1, 99))
                .hasSize(before + 2)
                .last()
                .satisfies(row -> assertThat(row.sequence()).isEqualTo(before + 1));
    }

    private static String answer(int epoch, int clientSeq, int question, int option) {
        return "{\"epoch\":%d,\"clientSeq\":%d,\"questionId\":%d,\"optionIds\":[%d],\"pageIndex\":0}"
                .formatted(epoch, clientSeq, question, option);
    }

    /** The wrong wiring that {@code commandBus} avoids: a Spring transaction around each command. */
    @Test
    void with_a_transaction_around_commands_an_error_would_swallow_what_follows() throws Exception {
        var own = new JdbcTransactionManager(connections.own());
        jdbc.sql("CREATE TABLE swallowed (command text)").update();
        try (var thread = Executors.newSingleThreadExecutor()) {
            on(thread.submit(() -> {
                var work = new DefaultUnitOfWork<CommandMessage<?>>(new GenericCommandMessage<>("first"));
                work.attachTransaction(new SpringTransactionManager(own));
                work.onPrepareCommit(it -> throwOnce(new AtomicReference<>(new StackOverflowError("planted"))));
                assertThatThrownBy(() -> work.executeWithResult((Callable<String>) () -> "done"))
                        .isInstanceOf(StackOverflowError.class);

                assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                        .isTrue();
                new TransactionTemplate(own)
                        .executeWithoutResult(it -> JdbcClient.create(connectionsOf(own))
                                .sql("INSERT INTO swallowed VALUES ('acknowledged')")
                                .update());
                var left = (ConnectionHolder)
                        Objects.requireNonNull(TransactionSynchronizationManager.unbindResource(connectionsOf(own)));
                TransactionSynchronizationManager.clear();
                left.getConnection().close();
                return null;
            }));
        }
        assertThat(jdbc.sql("SELECT count(*) FROM swallowed").query(Long.class).single())
                .isZero();
    }

    private static DataSource connectionsOf(JdbcTransactionManager transactions) {
        return Objects.requireNonNull(transactions.getDataSource());
    }
}
