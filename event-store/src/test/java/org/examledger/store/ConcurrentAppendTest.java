package org.examledger.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcurrentAppendTest {

    private static final int WRITERS = 16;
    private static final int COMMANDS = 60;
    private static final int STREAMS = 4;

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
    void positions_are_dense_and_every_stream_complete_under_concurrent_writers() throws Exception {
        write(List.of(process));

        assertDenseAndComplete(WRITERS);
        var figures = process.appender.figures();
        assertThat(figures.commands()).isEqualTo(WRITERS * COMMANDS);
        assertThat(figures.statements()).as("commands share commits").isLessThan(figures.commands() / 2);
    }

    @Test
    void two_processes_stay_dense_and_a_feed_sees_everything_once_and_in_order() throws Exception {
        try (var other = new LogProcess(database)) {
            var feed = other.store.openStream(null);
            int expected = 2 * WRITERS * COMMANDS;
            var seen = CompletableFuture.supplyAsync(() -> positions(feed, expected));

            write(List.of(process, other));
            // What the other process has not appended itself it learns from a poll.
            other.signal.noticed(process.reader.lastPosition());

            assertThat(seen.get(20, SECONDS))
                    .isEqualTo(LongStream.rangeClosed(1, expected).boxed().toList());
            assertDenseAndComplete(2 * WRITERS);
        }
    }

    @Test
    void of_many_commands_for_the_same_place_one_wins_and_the_innocent_are_stored() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rivals = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> tryAppend("exam:rivals", 0)))
                    .toList();
            var innocent = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> tryAppend("exam:innocent-" + i, 0)))
                    .toList();
            int winners = 0;
            for (var rival : rivals) {
                winners += rival.get(10, SECONDS) ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
            for (var each : innocent) {
                assertThat(each.get(10, SECONDS)).isTrue();
            }
        }
        assertThat(process.reader.lastPosition()).isEqualTo(21);
    }

    private boolean tryAppend(String stream, int sequence) {
        try {
            process.append(LogProcess.answer(stream, sequence));
            return true;
        } catch (ConcurrencyException e) {
            return false;
        }
    }

    private static List<Long> positions(org.axonframework.eventhandling.TrackingEventStream feed, int count) {
        var positions = new ArrayList<Long>();
        try {
            while (positions.size() < count) {
                positions.add(feed.nextAvailable().trackingToken().position().getAsLong());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return positions;
    }

    /** Each writer has streams of its own and appends one or two events to each in turn. */
    private static void write(List<LogProcess> processes) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<java.util.concurrent.Future<?>>();
            for (int p = 0; p < processes.size(); p++) {
                for (int w = 0; w < WRITERS; w++) {
                    var process = processes.get(p);
                    var prefix = "session:" + p + "-" + w + "-";
                    writers.add(threads.submit(() -> {
                        for (int c = 0; c < COMMANDS; c++) {
                            process.append(LogProcess.answer(prefix + c % STREAMS, c / STREAMS));
                        }
                    }));
                }
            }
            for (var writer : writers) {
                writer.get(30, SECONDS);
            }
        }
    }

    private void assertDenseAndComplete(int writers) {
        int expected = writers * COMMANDS;
        var events = process.reader.eventsAfter(0, expected + 1);
        assertThat(events.stream().map(StoredEvent::position))
                .isEqualTo(LongStream.rangeClosed(1, expected).boxed().toList());
        var streams =
                events.stream().collect(groupingBy(StoredEvent::streamId, mapping(StoredEvent::sequence, toList())));
        assertThat(streams).hasSize(writers * STREAMS);
        assertThat(streams.values())
                .allSatisfy(sequences -> assertThat(sequences)
                        .isEqualTo(
                                IntStream.range(0, COMMANDS / STREAMS).boxed().toList()));
        assertThat(process.reader.lastPosition()).isEqualTo(expected);
    }
}
