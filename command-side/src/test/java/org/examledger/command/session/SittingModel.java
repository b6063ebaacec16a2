package org.examledger.command.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.examledger.events.rules.SessionStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a session should be, written down once more in the plainest way, without a line of the code that is checked with
 * it. Times are by the wall clock.
 */
final class SittingModel {
    static final int DURATION = 600;
    static final int GRACE = 60;

    record Click(int epoch, long seq, int question, int option, int page) {}

    /** What became of a click. */
    enum Fate {
        COUNTED,
        LATE
    }

    record End(SessionStatus status, Instant at) {}

    int attempt = 1;
    int epoch;
    int firstEpoch = 1;
    boolean started;

    @Nullable
    Instant deadline;

    @Nullable
    Instant lastSign;

    boolean toldSilent;

    @Nullable
    End end;

    final List<End> earlier = new ArrayList<>();
    final List<Integer> lastEpochs = new ArrayList<>();
    final List<SessionStatus> ends = new ArrayList<>();
    final Map<Click, Fate> clicks = new HashMap<>();
    final List<Click> lateSinceTheEnd = new ArrayList<>();
    int allowed = DURATION;

    boolean isOver(Instant now) {
        return end == null && deadline != null && now.isAfter(deadline.plusSeconds(GRACE));
    }

    void start(Instant now) {
        epoch++;
        if (!started) {
            started = true;
            firstEpoch = epoch;
            deadline = now.plusSeconds(allowed);
        }
        signOfLife(now);
    }

    void signOfLife(Instant now) {
        lastSign = now;
        toldSilent = false;
    }

    void end(SessionStatus status, Instant at) {
        if (end != null) {
            throw new AssertionError("a second end: " + status + " after " + end);
        }
        end = new End(status, at);
        ends.add(status);
    }

    /** The end of the attempt to which an epoch belongs; absent when that attempt has none. */
    @Nullable
    End endFor(int ofEpoch) {
        for (var index = 0; index < earlier.size(); index++) {
            if (ofEpoch <= lastEpochs.get(index)) {
                return earlier.get(index);
            }
        }
        return end;
    }

    boolean isOfEarlierAttempt(int ofEpoch) {
        return !lastEpochs.isEmpty() && ofEpoch <= lastEpochs.getLast();
    }

    void extend(int seconds, Instant now) {
        if (deadline == null) {
            allowed = Math.max(0, allowed + seconds);
        } else {
            var asked = deadline.plusSeconds(seconds);
            var floor = deadline.isBefore(now) ? deadline : now;
            deadline = seconds < 0 && asked.isBefore(floor) ? floor : asked;
        }
    }

    void reopen(int seconds, boolean countLate, Instant now) {
        end = null;
        deadline = now.plusSeconds(seconds);
        signOfLife(now);
        if (countLate) {
            lateSinceTheEnd.forEach(click -> clicks.put(click, Fate.COUNTED));
        }
        lateSinceTheEnd.clear();
    }

    void reset(Instant now) {
        earlier.add(end != null ? end : new End(SessionStatus.CLOSED, now));
        lastEpochs.add(epoch);
        attempt++;
        started = false;
        deadline = null;
        end = null;
        lastSign = null;
        toldSilent = false;
        allowed = DURATION;
        lateSinceTheEnd.clear();
    }

    void late(Click click) {
        clicks.put(click, Fate.LATE);
        if (!isOfEarlierAttempt(click.epoch())) {
            lateSinceTheEnd.add(click);
        }
    }

    /** The option that counts for a question of the newest attempt; 0 = none. */
    int optionOf(int question) {
        Click best = null;
        for (var it : clicks.entrySet()) {
            var click = it.getKey();
            if (it.getValue() == Fate.COUNTED && click.question() == question && !isOfEarlierAttempt(click.epoch())) {
                var newer = best == null
                        || click.epoch() > best.epoch()
                        || (click.epoch() == best.epoch() && click.seq() > best.seq());
                best = newer ? click : best;
            }
        }
        return best == null ? 0 : best.option();
    }
}
