package org.examledger.command.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.examledger.command.session.SessionWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Command processes say in turn that they are alive. When none was for more than a minute, each session that ran gets
 * the time back, once, before anything expires it (R11). Processes that see the same outage do the same work, and the
 * sessions call the second one a repeat.
 */
public final class WhenServiceWasAwayThenGiveTimeBack {
    private static final Logger LOG = LoggerFactory.getLogger(WhenServiceWasAwayThenGiveTimeBack.class);

    private final SignsOfService signs;
    private final WatchList list;
    private final SessionWatch sessions;
    private final Duration longest;
    private final Clock clock;
    private volatile Instant settledAt = Instant.EPOCH;
    private volatile Instant back = Instant.EPOCH;

    /** @param longest shorter absences are what the grace is for */
    public WhenServiceWasAwayThenGiveTimeBack(
            SignsOfService signs, WatchList list, SessionWatch sessions, Duration longest, Clock clock) {
        this.signs = signs;
        this.list = list;
        this.sessions = sessions;
        this.longest = longest;
        this.clock = clock;
    }

    /** Says that this process is alive and makes good what outages took. */
    public void beat() {
        var began = clock.instant();
        for (var outage : signs.alive(longest)) {
            list.catchUp();
            var running = list.sessions();
            LOG.warn(
                    "No command process was alive from {} to {}; {} running sessions get that time back",
                    outage.from(),
                    outage.until(),
                    running.size());
            running.forEach(id -> sessions.giveBack(id, outage.id(), outage.from(), outage.until()));
            signs.settle(outage);
        }
        back = signs.back();
        settledAt = began;
    }

    /** So often that a killed process is told from a busy one. */
    Duration rhythm() {
        return longest.dividedBy(12);
    }

    /** Whether this process knows that no outage is waiting to be made good; until then nothing may expire. */
    boolean isSettled() {
        return clock.instant().isBefore(settledAt.plus(longest));
    }

    /** Until when nobody could give a sign of life. */
    Instant back() {
        return back;
    }
}
