package org.examledger.command.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.handling.Reply;
import org.examledger.command.http.Problem;

/**
 * Keeps an exam's access token from being guessed (R16): after so many wrong words within a minute a person's next word is
 * not even looked at, be it right or wrong. A right word does not count. Each process counts for itself.
 */
final class WrongWords {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int PERSONS = 50_000;

    private final int most;
    private final InstantSource clock;
    private final Cache<String, Tries> persons = Caffeine.newBuilder()
            .maximumSize(PERSONS)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    /** @param most wrong words of one person within a minute */
    WrongWords(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /**
     * Has a word tried. It counts as wrong until it is known not to be, so that nobody tries many at once.
     *
     * @throws org.springframework.web.ErrorResponseException {@code too-many-requests} when this one is not looked at
     */
    Reply<Receipt> tried(String person, Supplier<Reply<Receipt>> start) {
        var tries = persons.get(person, unseen -> new Tries());
        var now = clock.instant();
        var wait = tries.begin(now, most);
        if (wait.isPositive()) {
            throw Problem.tooManyRequests("Too many wrong access tokens; wait before you try another one.", wait);
        }
        var isWrong = false;
        try {
            var reply = start.get();
            var refusal = reply.refusal();
            isWrong = refusal != null && refusal.code() == Code.TOKEN_REQUIRED;
            return reply;
        } finally {
            if (!isWrong) {
                tries.takeBack(now);
            }
        }
    }

    /** When one person's words of the last minute were tried. */
    private static final class Tries {
        private final Deque<Instant> wrong = new ArrayDeque<>();

        /** How long to wait before the next one; zero when it was begun. */
        synchronized Duration begin(Instant now, int most) {
            var minuteAgo = now.minus(WINDOW);
            wrong.removeIf(at -> !at.isAfter(minuteAgo));
            if (wrong.size() >= most) {
                return wrong.isEmpty() ? WINDOW : Duration.between(minuteAgo, wrong.getFirst());
            }
            wrong.addLast(now);
            return Duration.ZERO;
        }

        synchronized void takeBack(Instant at) {
            wrong.removeLastOccurrence(at);
        }
    }
}
