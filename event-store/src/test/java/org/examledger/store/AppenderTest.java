package org.examledger.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to those who wait when the writer behind the appender misbehaves. */
class AppenderTest {

    private static final StoredEvent ROW =
            StoredEvent.sealed("exam:1", 0, 0, Opened.TYPE, new byte[0], new byte[] {'{', '}'});

    private final FeedSignal signal = new FeedSignal();
    private final ScriptedWriter writer = new ScriptedWriter();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final Heard heard = new Heard();
    private final Appender appender =
            new Appender(writer::opened, signal, new AppenderSettings(4, 3, Duration.ofSeconds(5)), heard);

    private static final class Heard implements AppendListener {
        private final List<Duration> stored = new CopyOnWriteArrayList<>();
        private final List<Integer> batches = new CopyOnWriteArrayList<>();
        private final AtomicInteger refused = new AtomicInteger();

        @Override
        public void stored(Duration took) {
            stored.add(took);
        }

        @Override
        public void committed(int commands, int events) {
            batches.add(commands);
        }

        @Override
        public void refused() {
            refused.incrementAndGet();
        }
    }

    @AfterEach
    void stop() {
        writer.release();
        appender.close();
        requests.close();
    }

    @Test
    void what_queued_up_during_a_commit_shares_the_next_one() throws Exception {
        writer.hold();
        var first = append(ROW);
        await().until(writer::isHeld);
        var others = List.of(append(ROW), append(ROW), append(ROW), append(ROW));
        await().until(() -> appender.figures().waiting() == 4);

        writer.release();

        assertThat(first.get(5, SECONDS)).isEqualTo(1);
        var positions = new ArrayList<Long>();
        for (var each : others) {
            positions.add(each.get(5, SECONDS));
        }
        assertThat(positions).containsExactlyInAnyOrder(2L, 3L, 4L, 5L);
        assertThat(writer.batches()).as("at most three commands a batch").containsExactly(1, 3, 1);
        assertThat(heard.batches).containsExactly(1, 3, 1);
        assertThat(heard.stored).hasSize(5).allMatch(took -> took.isPositive());
        await().until(() -> signal.lastPosition() == 5);
    }

    @Test
    void a_full_queue_refuses_at_once_and_nothing_of_it_is_sent() throws Exception {
        writer.hold();
        var waiting = new ArrayList<Future<Long>>();
        waiting.add(append(ROW));
        await().until(writer::isHeld);
        for (int i = 0; i < 4; i++) {
            waiting.add(append(ROW));
        }
        await().until(() -> appender.figures().waiting() == 4);

        assertThatThrownBy(() -> appender.append(List.of(ROW))).isInstanceOf(LogOverloadedException.class);
        assertThat(heard.refused).hasValue(1);

        writer.release();
        for (var each : waiting) {
            each.get(5, SECONDS);
        }
        assertThat(appender.figures().events()).isEqualTo(5);
    }

    @Test
    void an_error_in_the_appender_fails_those_who_wait_and_the_next_append_works() throws Exception {
        writer.hold();
        writer.failNext(() -> {
            throw new NoClassDefFoundError("planted");
        });
        var sent = append(ROW);
        await().until(writer::isHeld);
        var queued = append(ROW);
        await().until(() -> appender.figures().waiting() == 1);

        writer.release();

        assertThatThrownBy(() -> sent.get(5, SECONDS)).hasCauseInstanceOf(AppendOutcomeUnknownException.class);
        assertThatThrownBy(() -> queued.get(5, SECONDS)).hasCauseInstanceOf(LogUnavailableException.class);
        assertThat(appender.alive()).isTrue();
        assertThat(append(ROW).get(5, SECONDS)).isEqualTo(1);
        assertThat(writer.timesOpened()).isEqualTo(2);
    }

    @Test
    void a_connection_that_breaks_while_storing_leaves_the_outcome_unknown() throws Exception {
        writer.failNext(() -> {
            throw new SQLException("gone", "08006");
        });

        assertThatThrownBy(() -> appender.append(List.of(ROW))).isInstanceOf(AppendOutcomeUnknownException.class);
        assertThat(append(ROW).get(5, SECONDS)).isEqualTo(1);
        assertThat(writer.timesOpened()).isEqualTo(2);
    }

    @Test
    void a_log_that_cannot_be_reached_is_safe_to_retry() throws Exception {
        writer.refuseToOpen(true);
        writer.failNext(() -> {
            throw new SQLException("gone", "08006");
        });
        assertThatThrownBy(() -> appender.append(List.of(ROW)))
                .isInstanceOfAny(AppendOutcomeUnknownException.class, LogUnavailableException.class);

        assertThatThrownBy(() -> appender.append(List.of(ROW))).isInstanceOf(LogUnavailableException.class);

        writer.refuseToOpen(false);
        writer.failNext(() -> {});
        assertThat(append(ROW).get(5, SECONDS)).isEqualTo(1);
    }

    @Test
    void a_refusal_of_the_server_that_is_nobodys_fault_is_safe_to_retry() {
        writer.failNext(() -> {
            throw new SQLException("disk full", "53100");
        });

        assertThatThrownBy(() -> appender.append(List.of(ROW)))
                .isInstanceOf(LogUnavailableException.class)
                .hasMessageContaining("disk full");
    }

    @Test
    void a_row_the_database_refuses_fails_alone_and_is_not_called_a_conflict() throws Exception {
        writer.hold();
        var first = append(ROW);
        await().until(writer::isHeld);
        var guilty = append(ScriptedWriter.GUILTY);
        var innocent = append(ROW);
        await().until(() -> appender.figures().waiting() == 2);

        writer.release();

        first.get(5, SECONDS);
        innocent.get(5, SECONDS);
        assertThatThrownBy(() -> guilty.get(5, SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(EventStoreException.class)
                .isNotInstanceOf(ConcurrencyException.class);
        assertThat(appender.figures().statements()).isEqualTo(4);
        assertThat(appender.figures().commands()).isEqualTo(2);
    }

    @Test
    void closing_stores_what_waits_and_refuses_what_comes_later() throws Exception {
        writer.hold();
        var first = append(ROW);
        await().until(writer::isHeld);
        var queued = append(ROW);
        await().until(() -> appender.figures().waiting() == 1);
        var closing = requests.submit(appender::close);

        await().untilAsserted(() ->
                assertThatThrownBy(() -> appender.append(List.of(ROW))).isNotNull());
        writer.release();

        closing.get(5, SECONDS);
        assertThat(first.get(5, SECONDS)).isEqualTo(1);
        assertThat(queued.get(5, SECONDS)).isEqualTo(2);
        assertThat(appender.alive()).isFalse();
        assertThatThrownBy(() -> appender.append(List.of(ROW))).isInstanceOf(LogUnavailableException.class);
        assertThat(writer.isClosed()).isTrue();
    }

    @Test
    void a_listener_that_fails_does_not_harm_the_append() throws Exception {
        signal.onRise(() -> {
            throw new IllegalStateException("planted");
        });

        assertThat(append(ROW).get(5, SECONDS)).isEqualTo(1);
        assertThat(append(ROW).get(5, SECONDS)).isEqualTo(2);
    }

    private Future<Long> append(StoredEvent... rows) {
        return requests.submit(() -> appender.append(List.of(rows)));
    }
}
