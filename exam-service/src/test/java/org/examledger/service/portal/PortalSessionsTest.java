package org.examledger.service.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
class PortalSessionsTest {
    @Autowired
    private PortalSessions sessions;

    private final UUID exam = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void a_number_stays_with_the_worker_and_exam_that_took_it() {
        assertThat(sessions.take(exam, Map.of(101, "person-a", 102, "person-b")))
                .isEmpty();
        assertThat(sessions.take(exam, Map.of(102, "person-b", 101, "person-a")))
                .isEmpty();
        assertThat(sessions.take(exam, Map.of(101, "person-b"))).containsExactly(101);
        assertThat(sessions.take(other, Map.of(101, "person-a"))).containsExactly(101);
    }

    @Test
    void all_numbers_are_taken_or_none() {
        assertThat(sessions.take(exam, Map.of(111, "person-a"))).isEmpty();
        assertThat(sessions.take(other, Map.of(110, "person-b", 111, "person-c", 112, "person-d")))
                .containsExactly(111);
        assertThat(sessions.take(exam, Map.of(110, "person-e", 112, "person-f")))
                .isEmpty();
    }

    @Test
    void of_many_who_want_the_same_numbers_at_once_one_gets_them() throws Exception {
        var wanted = new HashMap<Integer, String>();
        IntStream.range(1_000, 1_050).forEach(number -> wanted.put(number, "person-" + number));
        var exams = IntStream.range(0, 8).mapToObj(it -> UUID.randomUUID()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<Set<Integer>>>();
            exams.forEach(it -> tries.add(() -> sessions.take(it, new TreeMap<>(wanted))));
            var lost = new ArrayList<Set<Integer>>();
            for (var one : threads.invokeAll(tries)) {
                lost.add(one.get());
            }
            assertThat(lost).filteredOn(Set::isEmpty).hasSize(1);
            assertThat(lost)
                    .filteredOn(it -> !it.isEmpty())
                    .allSatisfy(it -> assertThat(List.copyOf(it)).hasSize(50));
        }
    }
}
