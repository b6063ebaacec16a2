package org.examledger.service.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.examledger.service.limits.LimitSettings.Rate;

/**
 * What each person may still ask of this process: saves, polls and ids that turn out to be unknown apart, each a bucket
 * that fills up steadily. No bucket has a lock, and none is shared but that of signing in.
 *
 * <p>Kept for the persons of the last minutes only: a bucket that is forgotten would be full again by then.
 */
final class Budgets {
    private static final int PERSONS = 50_000;
    private static final Duration LEAST = Duration.ofMinutes(1);

    private final LimitSettings settings;
    private final TimeMeter time;
    private final Bucket signIns;
    private final Cache<String, Purse> persons;

    /** One person's. */
    private record Purse(Bucket saves, Bucket polls, Bucket unknownIds) {}

    Budgets(LimitSettings settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
        this.signIns = full(settings.signIns());
        this.persons = Caffeine.newBuilder()
                .maximumSize(PERSONS)
                .expireAfterAccess(untilFull(settings))
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * Takes from a person's budget.
     *
     * @param weight how many of them at once; more than fit in are as many as fit in
     * @return how long to wait before it can be had; zero when it was taken
     */
    Duration take(String person, Asked asked, int weight) {
        return switch (asked) {
            case FREE -> Duration.ZERO;
            case SIGN_IN -> take(signIns, 1);
            case POLL -> take(purse(person).polls(), 1);
            case SAVE ->
                take(purse(person).saves(), Math.min(weight, settings.saves().burst()));
        };
    }

    private static Duration take(Bucket bucket, int tokens) {
        var probe = bucket.tryConsumeAndReturnRemaining(tokens);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** How long a person who named too many unknown ids has to wait before anything of him is looked at. */
    Duration untilNextGuess(String person) {
        var probe = purse(person).unknownIds().estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Notes an id that is unknown; those who ask for many at the same time pay for all of them. */
    void guessed(String person) {
        var unused = purse(person).unknownIds().consumeIgnoringRateLimits(1);
    }

    private Purse purse(String person) {
        return persons.get(
                person,
                unseen -> new Purse(full(settings.saves()), full(settings.polls()), full(settings.unknownIds())));
    }

    private Bucket full(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private static Duration untilFull(LimitSettings settings) {
        return LEAST.plus(fillTime(settings.saves()))
                .plus(fillTime(settings.polls()))
                .plus(fillTime(settings.unknownIds()));
    }

    private static Duration fillTime(Rate rate) {
        return Duration.ofSeconds(rate.burst() / rate.perSecond());
    }
}
