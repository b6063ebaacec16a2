package org.examledger.store;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final Duration NEVER = Duration.ofHours(1);

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
    void an_empty_feed_says_so_at_once_and_waits_when_asked() throws Exception {
        try (var feed = process.store.openStream(null)) {
            assertThat(feed.hasNextAvailable()).isFalse();
            assertThat(feed.peek()).isEmpty();
            assertThat(feed.hasNextAvailable(20, MILLISECONDS)).isFalse();
        }
    }

    @Test
    void peeking_does_not_move_the_feed() throws Exception {
        process.append(LogProcess.answer("exam:p", 0), LogProcess.answer("exam:p", 1));
        try (var feed = process.store.openStream(null)) {
            assertThat(feed.peek().orElseThrow().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(1));
            assertThat(feed.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(1));
            assertThat(feed.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
            assertThat(feed.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void a_replay_reads_from_where_it_stands_and_not_from_where_it_will_end() throws Exception {
        process.append(LogProcess.answer("exam:r", 0), LogProcess.answer("exam:r", 1), LogProcess.answer("exam:r", 2));
        var replay =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(3), new GlobalSequenceTrackingToken(1));
        try (var feed = process.store.openStream(replay)) {
            assertThat(feed.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
        }
    }

    @Test
    void an_append_of_this_process_wakes_the_reader_without_any_poll() throws Exception {
        try (var feed = process.store.openStream(null)) {
            assertThat(feed.hasNextAvailable()).isFalse();
            var woken = new CountDownLatch(1);
            assertThat(feed.setOnAvailableCallback(woken::countDown)).isTrue();

            process.append(LogProcess.answer("exam:wake", 0));

            assertThat(woken.await(200, MILLISECONDS)).isTrue();
            assertThat(feed.hasNextAvailable()).isTrue();
        }
    }

    @Test
    void readers_that_keep_up_with_this_process_need_no_query() throws Exception {
        try (var feed = process.store.openStream(null);
                var another = process.store.openStream(null)) {
            assertThat(feed.hasNextAvailable()).isFalse();
            assertThat(another.hasNextAvailable()).isFalse();
            database.close(); // all reading goes through the pool, appending does not

            process.append(LogProcess.answer("exam:hand", 0), LogProcess.answer("exam:hand", 1));

            assertThat(feed.nextAvailable().getIdentifier()).isEqualTo("exam:hand/0");
            assertThat(feed.nextAvailable().getIdentifier()).isEqualTo("exam:hand/1");
            assertThat(another.nextAvailable().getIdentifier()).isEqualTo("exam:hand/0");
        }
    }

    @Test
    void a_waiting_reader_is_woken_by_an_append() throws Exception {
        try (var feed = process.store.openStream(null);
                var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var event = thread.submit(feed::nextAvailable);
            process.append(LogProcess.answer("exam:wait", 0));
            assertThat(event.get(500, MILLISECONDS).getPayload()).isInstanceOf(Answered.class);
        }
    }

    @Test
    void an_append_of_another_process_is_notified_without_any_poll() {
        try (var other = new LogProcess(database);
                var notifier = new AppendNotifier(database.direct(), other.signal);
                var watch = new FeedWatch(database.direct(), process.signal, NEVER);
                var feed = process.store.openStream(null)) {
            other.append(LogProcess.answer("exam:first", 0));
            await().until(() -> process.signal.lastPosition() == 1);
            assertThat(feed.peek()).isPresent();
            var woken = new AtomicInteger();
            feed.setOnAvailableCallback(woken::incrementAndGet);

            other.append(LogProcess.answer("exam:second", 0));

            await().atMost(Duration.ofSeconds(1)).until(() -> woken.get() > 0);
            assertThat(watch.alive()).isTrue();
            assertThat(notifier).isNotNull();
        }
    }

    @Test
    void an_append_of_another_process_is_found_by_the_poll_when_nobody_notifies() {
        try (var other = new LogProcess(database);
                var watch = new FeedWatch(database.direct(), process.signal, Duration.ofMillis(20));
                var feed = process.store.openStream(null)) {
            assertThat(watch.alive()).isTrue();
            var woken = new CountDownLatch(1);
            assertThat(feed.hasNextAvailable()).isFalse();
            feed.setOnAvailableCallback(woken::countDown);

            other.append(LogProcess.answer("exam:poll", 0));

            await().atMost(Duration.ofSeconds(2)).until(() -> woken.getCount() == 0);
        }
    }

    @Test
    void the_watch_survives_the_loss_of_its_connection() {
        try (var other = new LogProcess(database);
                var watch = new FeedWatch(database.direct(), process.signal, Duration.ofMillis(50))) {
            other.append(LogProcess.answer("exam:w", 0));
            await().until(() -> process.signal.lastPosition() == 1);

            database.killBackendsOf(FeedWatch.NAME);
            other.append(LogProcess.answer("exam:x", 0));

            await().atMost(Duration.ofSeconds(5)).until(() -> process.signal.lastPosition() == 2);
            assertThat(watch.alive()).isTrue();
        }
    }

    @Test
    void a_closed_feed_is_not_called_any_more() {
        var woken = new AtomicInteger();
        var feed = process.store.openStream(null);
        assertThat(feed.hasNextAvailable()).isFalse();
        feed.setOnAvailableCallback(woken::incrementAndGet);
        feed.close();

        process.append(LogProcess.answer("exam:closed", 0));

        assertThat(woken).hasValue(0);
    }

    @Test
    void an_unknown_name_stops_the_feed_and_is_never_skipped() throws Exception {
        var stranger = new EventType("from-a-newer-release", 1, Opened.class);
        process.append(LogProcess.answer("exam:u", 0));
        process.appender.append(java.util.List.of(StoredEvent.sealed(
                "exam:u", 1, LogProcess.AT.toEpochMilli(), stranger, new byte[0], new byte[] {'{', '}'})));
        process.append(LogProcess.answer("exam:u", 2));

        try (var feed = process.store.openStream(null)) {
            assertThat(feed.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(1));
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(feed::nextAvailable)
                        .isInstanceOf(UnknownEventTypeException.class)
                        .hasMessageContaining("from-a-newer-release");
            }
        }
        assertThatThrownBy(() -> process.engine.readEvents("exam:u").asStream().toList())
                .isInstanceOf(UnknownEventTypeException.class);
    }
}
