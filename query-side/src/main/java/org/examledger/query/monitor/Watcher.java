package org.examledger.query.monitor;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Admission;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one person what becomes of an exam, until his token or his connection ends. Has a thread of its own, so that who
 * reads slowly keeps nobody else waiting; while he reads, nothing is kept for him.
 */
final class Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    /** Spread, because after a restart all come back. */
    private static final int BACK_AFTER_MILLIS = 2_000;

    private static final int BACK_WITHIN_MILLIS = 5_000;

    /** Where it goes to. */
    @FunctionalInterface
    interface Line {
        void send(byte[] text) throws IOException;
    }

    private final Watch watch;
    private final @Nullable SessionStatus only;
    private final Admission admission;
    private final Pace pace;
    private final Clock clock;
    private volatile boolean ended;

    Watcher(Watch watch, @Nullable SessionStatus only, Admission admission, Pace pace, Clock clock) {
        this.watch = watch;
        this.only = only;
        this.admission = admission;
        this.pace = pace;
        this.clock = clock;
    }

    Watch watch() {
        return watch;
    }

    Admission admission() {
        return admission;
    }

    /** Has it end as soon as what is being sent is sent. */
    void end() {
        ended = true;
        watch.wake();
    }

    private boolean isEnded() {
        return ended
                || watch.isOver()
                || untilTheEnd().isNegative()
                || untilTheEnd().isZero();
    }

    private Duration untilTheEnd() {
        return Duration.between(clock.instant(), admission.until());
    }

    /**
     * Sends until the end.
     *
     * @param seen what he is shown first
     * @param first the same as it is sent
     */
    void run(Frame seen, byte[] first, Line line) {
        try {
            line.send(ServerSentEvent.retryAfter(
                    ThreadLocalRandom.current().nextInt(BACK_AFTER_MILLIS, BACK_WITHIN_MILLIS)));
            line.send(first);
            goOn(seen.version(), line);
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("Somebody who watched is gone: {}", gone.toString());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void goOn(long first, Line line) throws IOException, InterruptedException {
        var seen = first;
        var notBefore = Watch.nanosFromNow(pace.look());
        while (!isEnded()) {
            var quiet = untilTheEnd().compareTo(pace.ping()) < 0 ? untilTheEnd() : pace.ping();
            var news = watch.after(seen, notBefore, Watch.nanosFromNow(quiet), () -> ended);
            if (news != null) {
                line.send(news.since(seen, only));
                seen = news.version();
                notBefore = Watch.nanosFromNow(pace.look());
            } else if (!isEnded()) {
                line.send(ServerSentEvent.PING);
            }
        }
    }
}
