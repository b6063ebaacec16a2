package org.examledger.query.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InBackgroundTest {

    @Test
    void a_step_that_ends_with_an_error_is_taken_again() throws InterruptedException {
        var taken = new CountDownLatch(2);
        var thread = new InBackground("tried", Duration.ofMillis(1), () -> {
            taken.countDown();
            throw new NoClassDefFoundError("planted");
        });

        thread.start();
        try {
            assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            thread.stop();
        }
    }
}
