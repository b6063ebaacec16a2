package org.examledger.service.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.examledger.service.limits.Traffic.Turn;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final Duration NO_PATIENCE = Duration.ZERO;
    private static final Duration MUCH_PATIENCE = Duration.ofSeconds(30);

    private static Traffic traffic(Duration patience) {
        return new Traffic(new OverloadSettings(5, 2, patience, 3));
    }

    private static void enter(Traffic traffic, Asked asked, int number) {
        for (var nth = 0; nth < number; nth++) {
            assertThat(traffic.enter(asked)).isEqualTo(Turn.GRANTED);
        }
    }

    @Test
    void polls_have_room_of_their_own_and_leave_that_of_saves_alone() {
        var traffic = traffic(NO_PATIENCE);
        enter(traffic, Asked.POLL, 2);

        assertThat(traffic.enter(Asked.POLL)).isEqualTo(Turn.NO_ROOM_FOR_POLLS);
        enter(traffic, Asked.SAVE, 5);
    }

    @Test
    void polls_give_way_while_many_saves_are_under_way() {
        var traffic = traffic(MUCH_PATIENCE);
        enter(traffic, Asked.SAVE, 3);
        enter(traffic, Asked.POLL, 1);
        enter(traffic, Asked.SAVE, 1);

        assertThat(traffic.enter(Asked.POLL)).isEqualTo(Turn.POLLS_GIVE_WAY);
        enter(traffic, Asked.SAVE, 1);

        traffic.leave(Asked.SAVE);
        traffic.leave(Asked.SAVE);
        enter(traffic, Asked.POLL, 1);
    }

    @Test
    void saves_beyond_their_room_are_told_at_once() {
        var traffic = traffic(MUCH_PATIENCE);
        enter(traffic, Asked.SAVE, 5);

        assertThat(traffic.enter(Asked.SAVE)).isEqualTo(Turn.TOO_MANY_SAVES);
        traffic.leave(Asked.SAVE);
        enter(traffic, Asked.SAVE, 1);
    }

    @Test
    void a_poll_waits_for_its_turn() {
        var traffic = traffic(MUCH_PATIENCE);
        enter(traffic, Asked.POLL, 2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var third = CompletableFuture.supplyAsync(() -> traffic.enter(Asked.POLL), threads);
            traffic.leave(Asked.POLL);

            assertThat(third).succeedsWithin(MUCH_PATIENCE).isEqualTo(Turn.GRANTED);
        }
        assertThat(traffic.polls()).isEqualTo(2);
    }

    @Test
    void an_ending_process_keeps_no_poll_waiting() throws InterruptedException {
        var traffic = traffic(MUCH_PATIENCE);
        enter(traffic, Asked.POLL, 2);
        var turn = new CompletableFuture<Turn>();
        var waiting = Thread.ofVirtual().start(() -> turn.complete(traffic.enter(Asked.POLL)));
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        waiting.interrupt();
        waiting.join();

        assertThat(turn).isCompletedWithValue(Turn.NO_ROOM_FOR_POLLS);
    }

    @Test
    void what_is_free_is_let_in_whatever_is_under_way() {
        var traffic = traffic(NO_PATIENCE);
        enter(traffic, Asked.SAVE, 5);
        enter(traffic, Asked.FREE, 100);
        enter(traffic, Asked.SIGN_IN, 100);

        traffic.leave(Asked.FREE);
        traffic.leave(Asked.SIGN_IN);
        assertThat(traffic.saves()).isEqualTo(5);
        assertThat(traffic.polls()).isZero();
    }
}
