package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.examledger.command.imports.ReadingInTurn.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Files are read few at once, and none is in the memory that has to wait. */
@Timeout(60)
class ReadingInTurnTest {
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(50);

    private static InputStream body() {
        return new ByteArrayInputStream(new byte[] {7});
    }

    private static void assertUnavailable(Throwable refused) {
        assertThat(refused).isInstanceOfSatisfying(ErrorResponseException.class, it -> {
            assertThat(it.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(it.getBody().getProperties()).containsEntry("code", "unavailable");
            assertThat(it.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        });
    }

    @Test
    void the_body_of_one_that_waits_is_not_read() throws Exception {
        var turns = new ReadingInTurn(SOON, LONG);
        var busy = new CountDownLatch(ReadingInTurn.AT_ONCE);
        var free = new CountDownLatch(1);
        Reading<Integer> waiting = body -> {
            busy.countDown();
            awaited(free);
            return body.length;
        };
        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = new ArrayList<Future<Integer>>();
            for (var each = 0; each < ReadingInTurn.AT_ONCE; each++) {
                first.add(requests.submit(() -> turns.read(body(), waiting)));
            }
            busy.await();
            var next = body();

            assertThatThrownBy(() -> turns.read(next, waiting)).satisfies(ReadingInTurnTest::assertUnavailable);

            assertThat(next.available()).isEqualTo(1);
            free.countDown();
            for (var each : first) {
                assertThat(each.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void one_that_takes_too_long_is_given_up_and_keeps_its_turn_until_it_ends() throws Exception {
        var turns = new ReadingInTurn(SOON, SOON);
        var free = new CountDownLatch(1);
        var ended = new CountDownLatch(ReadingInTurn.AT_ONCE);
        for (var each = 0; each < ReadingInTurn.AT_ONCE; each++) {
            assertThatThrownBy(() -> turns.read(body(), body -> {
                        awaited(free);
                        ended.countDown();
                        return body;
                    }))
                    .satisfies(ReadingInTurnTest::assertUnavailable)
                    .hasMessageContaining("too long");
        }
        assertThatThrownBy(() -> turns.read(body(), body -> body)).hasMessageContaining("Other files");

        free.countDown();
        ended.await();
        assertThat(read(turns, new byte[] {7})).containsExactly(7);
    }

    @Test
    void it_computes_on_no_thread_of_a_request() throws Exception {
        var turns = new ReadingInTurn(LONG, LONG);
        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            var thread = requests.submit(() -> turns.read(body(), body -> Thread.currentThread()))
                    .get();
            assertThat(thread.isVirtual()).isFalse();
            assertThat(thread.isDaemon()).isTrue();
        }
    }

    @Test
    void what_fails_gives_its_turn_back() throws Exception {
        var turns = new ReadingInTurn(LONG, LONG);
        for (var each = 0; each <= ReadingInTurn.AT_ONCE; each++) {
            var cut = InputStream.nullInputStream();
            cut.close();
            assertThatThrownBy(() -> turns.read(cut, body -> body)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> turns.read(body(), body -> {
                        throw new UnreadableFile("is odd");
                    }))
                    .isInstanceOf(UnreadableFile.class);
            assertThatThrownBy(() -> turns.read(body(), body -> {
                        throw new IllegalArgumentException("odd");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(read(turns, new byte[] {1, 2})).containsExactly(1, 2);
    }

    /** Asks again until a turn is free. */
    private static byte[] read(ReadingInTurn turns, byte[] body) throws Exception {
        while (true) {
            try {
                return turns.read(new ByteArrayInputStream(body), read -> read);
            } catch (ErrorResponseException busy) {
                Thread.onSpinWait();
            }
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
