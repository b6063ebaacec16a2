package org.examledger.command.draft;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks soon after each start, because a service that is restarted every day would never come to a daily look. */
@Component
class ExpireDraftsDaily {
    private final WhenDraftsUntouchedThenExpireThem expiry;
    private final Clock clock;

    ExpireDraftsDaily(WhenDraftsUntouchedThenExpireThem expiry, Clock clock) {
        this.expiry = expiry;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void look() {
        expiry.expireAsOf(clock.instant());
    }
}
