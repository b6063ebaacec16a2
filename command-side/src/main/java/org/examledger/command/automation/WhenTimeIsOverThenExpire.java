package org.examledger.command.automation;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.examledger.command.session.SessionWatch;

/**
 * Looks at each running session when its time may be over or its worker may have fallen silent, whichever comes first,
 * and asks the session, which says when to look again. Looks are jittered, so that a hall that ends at one moment is not
 * looked at in one moment; deadlines are not.
 */
public final class WhenTimeIsOverThenExpire {
    /** Name of the task under which sessions stand on the list. */
    public static final String TASK = "watch-session";

    /** While an outage is not made good yet, and after a failure. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final SessionWatch sessions;
    private final WhenServiceWasAwayThenGiveTimeBack outages;
    private final Duration silence;
    private final Duration jitter;
    private final Clock clock;

    public WhenTimeIsOverThenExpire(
            SessionWatch sessions,
            WhenServiceWasAwayThenGiveTimeBack outages,
            Duration silence,
            Duration jitter,
            Clock clock) {
        this.sessions = sessions;
        this.outages = outages;
        this.silence = silence;
        this.jitter = jitter;
        this.clock = clock;
    }

    Task<Void> task() {
        return Tasks.custom(TASK, Void.class)
                .onFailure(new OnFailureRetryLater<>(SOON))
                .execute((instance, context) -> look(UUID.fromString(instance.getId())));
    }

    private CompletionHandler<Void> look(UUID sessionId) {
        if (!outages.isSettled()) {
            return again(clock.instant().plus(SOON));
        }
        return sessions.look(sessionId, silence, outages.back())
                .map(at -> again(jittered(at)))
                .orElseGet(OnCompleteRemove::new);
    }

    private Instant jittered(Instant at) {
        return at.plusMillis(ThreadLocalRandom.current().nextLong(jitter.toMillis() + 1));
    }

    private static CompletionHandler<Void> again(Instant at) {
        return (complete, operations) -> operations.reschedule(complete, at);
    }
}
