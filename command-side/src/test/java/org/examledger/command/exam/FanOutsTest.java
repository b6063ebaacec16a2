package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.examledger.events.StreamId;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.session.CloseScoring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FanOutsTest {
    private static final UUID EXAM = ExamSpec.EXAM;
    private static final ExamClosedEarly CLOSED = new ExamClosedEarly("alarm", CloseScoring.ZERO, null);

    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private final EmbeddedEventStore facts =
            EmbeddedEventStore.builder().storageEngine(log).build();
    private final ListInMemory list = new ListInMemory();
    private final Recorder sessions = new Recorder();
    private final FanOuts fanOuts = new FanOuts(facts, list, sessions);
    private int stored;

    @BeforeEach
    void lockAnExamOf600() {
        store(ExamSpec.locked(null, List.of(31, 32)), new WorkersAssigned(workers(0, 600), null));
    }

    @Test
    void everything_is_carried_out_in_the_order_of_the_exams_facts() {
        store(new WorkersAssigned(workers(600, 700), null), CLOSED);

        fanOuts.complete(EXAM);

        assertThat(sessions.steps)
                .containsExactly(
                        "ASSIGN 0-256",
                        "ASSIGN 256-512",
                        "ASSIGN 512-600",
                        "ASSIGN 0-100",
                        "CLOSE 0-256",
                        "CLOSE 256-512",
                        "CLOSE 512-700");
    }

    @Test
    void who_comes_later_hears_nothing_of_what_was_before() {
        store(CLOSED, new WorkersAssigned(workers(600, 603), null));

        fanOuts.complete(EXAM);

        assertThat(sessions.steps.subList(3, 7))
                .containsExactly("CLOSE 0-256", "CLOSE 256-512", "CLOSE 512-600", "ASSIGN 0-3");
    }

    @Test
    void what_was_reached_before_a_crash_is_not_reached_again() {
        list.add(EXAM, 1, FanOutKind.ASSIGN, 600);
        list.reached(EXAM, 1, 512);

        fanOuts.complete(EXAM);
        fanOuts.complete(EXAM);

        assertThat(sessions.steps).containsExactly("ASSIGN 512-600");
    }

    @Test
    void what_could_not_be_reached_is_told_and_the_next_look_goes_on_from_there() {
        sessions.failing.add("ASSIGN 256-512");
        assertThatThrownBy(() -> fanOuts.complete(EXAM)).hasMessage("no answer");
        sessions.failing.clear();

        fanOuts.complete(EXAM);

        assertThat(sessions.steps).containsExactly("ASSIGN 0-256", "ASSIGN 256-512", "ASSIGN 512-600");
    }

    @Test
    void another_process_has_its_turn_first() throws Exception {
        list.holdFor("another process");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> fanOuts.complete(EXAM));
            await().until(() -> !list.of(EXAM).isEmpty());
            assertThat(waiting.isDone()).isFalse();
            assertThat(sessions.steps).isEmpty();

            list.reached(EXAM, 1, 256);
            list.holdFor(null);
            waiting.get();
        }

        assertThat(sessions.steps).containsExactly("ASSIGN 256-512", "ASSIGN 512-600");
    }

    @Test
    void two_requests_of_one_process_do_it_once() {
        sessions.gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> fanOuts.complete(EXAM));
            threads.execute(() -> fanOuts.complete(EXAM));
            sessions.gate.countDown();
        }

        assertThat(sessions.steps).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void the_sweep_finds_in_the_log_what_nobody_began_and_writes_a_lost_list_again() {
        var exams = new ExamsInLog() {
            @Override
            public long lastPosition() {
                return 250_000;
            }

            @Override
            public Set<UUID> touched(long after, long upTo) {
                return after < 170_000 && upTo >= 170_000 ? Set.of(EXAM) : Set.of();
            }
        };

        new FanOutSweep(exams, list, fanOuts, Duration.ofSeconds(15)).look();

        await().until(() -> sessions.steps.size() == 3 && list.unfinished().isEmpty());
        assertThat(list.bookmark()).isEqualTo(250_000);
    }

    private void store(ExamFact... more) {
        for (var fact : more) {
            log.appendEvents(new GenericDomainEventMessage<>("Exam", StreamId.ofExam(EXAM), stored++, fact));
        }
    }

    private static List<AssignedWorker> workers(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(it -> ExamSpec.worker("person-" + it, 0))
                .toList();
    }

    /** Keeps the steps that were carried out to their end. */
    private static final class Recorder implements Reaching {
        private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
        private final Set<String> failing = new HashSet<>();
        private CountDownLatch gate = new CountDownLatch(0);

        @Override
        public void reach(FanOut fanOut, int from, int to) throws InterruptedException {
            gate.await();
            var step = fanOut.kind() + " " + from + "-" + to;
            if (failing.contains(step)) {
                throw new IllegalStateException("no answer");
            }
            steps.add(step);
        }
    }
}
