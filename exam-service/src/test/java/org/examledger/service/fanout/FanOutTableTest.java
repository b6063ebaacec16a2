package org.examledger.service.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.examledger.command.exam.FanOutKind;
import org.examledger.command.exam.FanOutList.Progress;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
class FanOutTableTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Autowired
    private FanOutTable list;

    private final UUID exam = UUID.randomUUID();

    @Test
    void what_is_listed_twice_is_listed_once_and_keeps_its_progress() {
        list.add(exam, 1, FanOutKind.ASSIGN, 600);
        list.reached(exam, 1, 256);
        list.add(exam, 1, FanOutKind.ASSIGN, 600);
        list.add(exam, 4, FanOutKind.CLOSE, 700);

        assertThat(list.of(exam)).isEqualTo(Map.of(1L, new Progress(256, 600), 4L, new Progress(0, 700)));
    }

    /** Of two who worked at it, the slower one must not set it back. */
    @Test
    void progress_never_goes_back() {
        list.add(exam, 1, FanOutKind.ASSIGN, 600);
        list.reached(exam, 1, 512);
        list.reached(exam, 1, 256);

        assertThat(list.of(exam)).containsEntry(1L, new Progress(512, 600));
    }

    @Test
    void an_exam_is_unfinished_until_its_last_session_was_reached() {
        list.add(exam, 1, FanOutKind.ASSIGN, 0);
        assertThat(list.unfinished()).doesNotContain(exam);
        list.add(exam, 2, FanOutKind.CLOSE, 2);
        list.reached(exam, 2, 1);
        assertThat(list.unfinished()).containsOnlyOnce(exam);
        list.reached(exam, 2, 2);
        assertThat(list.unfinished()).doesNotContain(exam);
    }

    @Test
    void one_owner_at_a_time_who_may_go_on_and_give_it_back() {
        assertThat(list.claim(exam, "one", LONG)).isTrue();
        assertThat(list.claim(exam, "one", LONG)).isTrue();
        assertThat(list.claim(exam, "other", LONG)).isFalse();
        list.release(exam, "other");
        assertThat(list.claim(exam, "other", LONG)).isFalse();
        list.release(exam, "one");
        assertThat(list.claim(exam, "other", LONG)).isTrue();
    }

    @Test
    void of_many_who_ask_at_once_one_gets_it() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(it -> () -> list.claim(exam, "owner-" + it, LONG))
                    .toList();
            var granted = 0;
            for (var answer : threads.invokeAll(asked)) {
                granted += answer.get() ? 1 : 0;
            }
            assertThat(granted).isEqualTo(1);
        }
    }

    @Test
    void what_a_killed_owner_held_is_free_after_its_lease() {
        assertThat(list.claim(exam, "killed", Duration.ofSeconds(1))).isTrue();
        assertThat(list.claim(exam, "next", LONG)).isFalse();

        await().until(() -> list.claim(exam, "next", LONG));
        assertThat(list.claim(exam, "killed", LONG)).isFalse();
    }

    @Test
    void the_bookmark_never_goes_back() {
        var before = list.bookmark();
        list.moveBookmark(before + 7);
        list.moveBookmark(before);

        assertThat(list.bookmark()).isGreaterThanOrEqualTo(before + 7);
    }
}
