package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Reply;
import org.examledger.events.rules.SessionStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

class WrongWordsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WrongWords words = new WrongWords(5, () -> this.now);
    private final AtomicInteger lookedAt = new AtomicInteger();
    private Instant now = Instant.parse("2026-12-01T08:00:00Z");

    private Supplier<Reply<Receipt>> reply(@Nullable Refusal refusal) {
        return () -> {
            lookedAt.incrementAndGet();
            var receipt = new Receipt(
                    new UUID(4, 4),
                    SessionStatus.OPEN,
                    1,
                    1,
                    now,
                    null,
                    0,
                    Outcome.STORED,
                    null,
                    List.of(),
                    List.of(),
                    null);
            return Reply.of(receipt, refusal, 7, refusal == null);
        };
    }

    private void wrong(String person) {
        words.tried(person, reply(Refusals.tokenRequired()));
    }

    private void right(String person) {
        words.tried(person, reply(null));
    }

    private void wrongOnes(int number) {
        for (var nth = 0; nth < number; nth++) {
            wrong("ann");
        }
    }

    private void isRefused(String retryAfter) {
        var before = lookedAt.get();
        assertThatThrownBy(() -> right("ann")).isInstanceOfSatisfying(ErrorResponseException.class, refused -> {
            assertThat(refused.getStatusCode().value()).isEqualTo(429);
            assertThat(refused.getBody().getProperties()).containsEntry("code", "too-many-requests");
            assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo(retryAfter);
        });
        assertThat(lookedAt).hasValue(before);
    }

    @Test
    void after_five_wrong_words_not_even_the_right_one_is_looked_at() {
        wrongOnes(5);

        isRefused("60");
    }

    @Test
    void a_minute_after_the_first_wrong_word_one_more_may_be_tried() {
        wrong("ann");
        now = now.plusSeconds(40);
        wrongOnes(4);
        isRefused("20");

        now = now.plusSeconds(20).minusMillis(1);
        isRefused("1");
        now = now.plusMillis(1);
        wrong("ann");

        isRefused("40");
    }

    @Test
    void right_words_do_not_count() {
        wrongOnes(4);
        for (var nth = 0; nth < 20; nth++) {
            right("ann");
        }
        wrong("ann");

        isRefused("60");
    }

    @Test
    void another_refusal_or_a_failure_does_not_count() {
        for (var nth = 0; nth < 20; nth++) {
            words.tried("ann", reply(Refusals.notFound()));
            assertThatThrownBy(() -> words.tried("ann", () -> {
                        throw new IllegalStateException("the log is away");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        right("ann");
    }

    @Test
    void one_persons_wrong_words_are_nobody_elses() {
        wrongOnes(5);

        right("bob");
    }

    @Test
    void words_tried_at_once_count_before_their_replies_are_known() {
        var innermost = new AtomicInteger();
        Supplier<Reply<Receipt>> nested = () -> {
            innermost.incrementAndGet();
            isRefused("60");
            return reply(Refusals.tokenRequired()).get();
        };
        for (var depth = 1; depth < 5; depth++) {
            var inner = nested;
            nested = () -> words.tried("ann", inner);
        }

        words.tried("ann", nested);

        assertThat(innermost).hasValue(1);
        now = now.plus(MINUTE);
        right("ann");
    }
}
