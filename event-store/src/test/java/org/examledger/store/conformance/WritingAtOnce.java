package org.examledger.store.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.store.conformance.Sample.at;
import static org.examledger.store.conformance.Sample.now;
import static org.examledger.store.conformance.Sample.together;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many writers, of two processes where there are two. */
public interface WritingAtOnce extends Conformance {
    int WRITERS = 8;
    int APPENDS = 40;

    private EventStorageEngine engineOf(int writer) {
        return writer % 2 == 0 ? engine() : elsewhere();
    }

    private boolean isStored(EventStorageEngine to, List<? extends DomainEventMessage<?>> events) {
        try {
            to.appendEvents(events);
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private static <T> List<T> allOf(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    default void of_rivals_for_one_place_exactly_one_is_stored_and_knows_it() throws Exception {
        for (var round = 0; round < 10; round++) {
            var place = round;
            var stored = allOf(IntStream.range(0, WRITERS)
                    .<Callable<Boolean>>mapToObj(
                            writer -> () -> isStored(engineOf(writer), together(at("exam:rivals", place))))
                    .toList());
            assertThat(stored)
                    .filteredOn(Boolean::booleanValue)
                    .hasSize(promises(Promise.REFUSES_CONFLICTS) ? 1 : WRITERS);
        }
        assertThat(stream("exam:rivals")).hasSize(promises(Promise.REFUSES_CONFLICTS) ? 10 : 10 * WRITERS);
    }

    @Test
    default void what_two_streams_get_together_they_get_together_among_rivals_too() throws Exception {
        var stored = allOf(IntStream.range(0, WRITERS)
                .<Callable<Boolean>>mapToObj(writer ->
                        () -> isStored(engineOf(writer), together(at("exam:own-" + writer, 0), at("exam:shared", 0))))
                .toList());

        for (var writer = 0; writer < WRITERS; writer++) {
            assertThat(stream("exam:own-" + writer)).hasSize(stored.get(writer) ? 1 : 0);
        }
        assertThat(stored).filteredOn(Boolean::booleanValue).hasSize(promises(Promise.REFUSES_CONFLICTS) ? 1 : WRITERS);
    }

    @Test
    default void a_reader_who_keeps_up_with_many_writers_sees_every_event_once_and_each_stream_in_order()
            throws Exception {
        var writing = new AtomicBoolean(true);
        try (var reader = Executors.newVirtualThreadPerTaskExecutor()) {
            var seen = reader.submit(() -> readWhile(writing));
            allOf(IntStream.range(0, WRITERS)
                    .<Callable<Boolean>>mapToObj(writer -> () -> write(writer))
                    .toList());
            writing.set(false);

            assertEachOnceAndInOrder(waitFor(seen));
        }
        assertEachOnceAndInOrder(feed(null).stream().map(this::place).toList());
    }

    private static List<String> waitFor(Future<List<String>> seen)
            throws InterruptedException, ExecutionException, TimeoutException {
        return seen.get(60, TimeUnit.SECONDS);
    }

    private boolean write(int writer) {
        for (var sequence = 0; sequence < APPENDS; sequence++) {
            engineOf(writer).appendEvents(together(now("exam:writer-" + writer, sequence)));
        }
        return true;
    }

    /** Goes on from the last token again and again, once more when nobody writes any longer. */
    private List<String> readWhile(AtomicBoolean writing) {
        var seen = new ArrayList<String>();
        @Nullable TrackingToken token = null;
        boolean more;
        do {
            more = writing.get();
            for (var event : feed(elsewhere(), token)) {
                seen.add(place(event));
                token = event.trackingToken();
            }
        } while (more);
        return seen;
    }

    private void assertEachOnceAndInOrder(List<String> places) {
        assertThat(places).hasSize(WRITERS * APPENDS);
        assertThat(new HashSet<>(places)).hasSize(WRITERS * APPENDS);
        for (var writer = 0; writer < WRITERS; writer++) {
            var stream = "exam:writer-" + writer + "/";
            assertThat(places.stream().filter(place -> place.startsWith(stream)))
                    .isEqualTo(LongStream.range(0, APPENDS)
                            .mapToObj(sequence -> stream + sequence)
                            .toList());
        }
    }
}
