package org.examledger.query.monitor;

import java.time.Duration;
import java.time.Instant;
import org.examledger.events.rules.ClockChanges;
import org.jspecify.annotations.Nullable;

/** One session's place on a board. What is seen of it is kept, also as text, until the clock can change it. */
final class Seat {
    private final MonitorLine line;
    private final String workerName;
    private final long scored;
    private final Duration silence;
    private volatile @Nullable View view;

    /** @param scored position up to which scores are computed; a score that may still change is not shown */
    Seat(MonitorLine line, String workerName, long scored, Duration silence) {
        this.line = line;
        this.workerName = workerName;
        this.scored = scored;
        this.silence = silence;
    }

    MonitorRow rowAt(Instant now) {
        return viewAt(now).row.with(line.row().life().remainingSecondsAt(now));
    }

    /** Another number as soon as anything but what ticks is different; the same in every process. */
    long hashAt(Instant now) {
        return viewAt(now).hash;
    }

    Glance glanceAt(Instant now) {
        var seen = viewAt(now);
        return new Glance(seen.hash, seen.row.status());
    }

    /** Whether time alone may have changed what is seen between two instants. */
    boolean mayChangeWithin(Instant since, Instant now) {
        return !ClockChanges.nextAfter(since, line.row().life(), silence).isAfter(now);
    }

    /** Until then, it is seen as it is now. */
    Instant sameUntil(Instant now) {
        return viewAt(now).until;
    }

    private View viewAt(Instant now) {
        var known = view;
        if (known == null || now.isBefore(known.from) || !now.isBefore(known.until)) {
            var row = MonitorRow.of(line, workerName, scored, now, silence);
            known = new View(
                    row,
                    hashOf(row),
                    now,
                    ClockChanges.nextAfter(now, line.row().life(), silence));
            view = known;
        }
        return known;
    }

    private long hashOf(MonitorRow row) {
        var hash = Hash.of(
                row.sessionId().getMostSignificantBits(), row.sessionId().getLeastSignificantBits());
        hash = Hash.of(hash, line.row().position());
        hash = Hash.of(hash, row.status().name().hashCode());
        hash = Hash.of(hash, row.connection().hashCode());
        hash = Hash.of(hash, row.workerName().hashCode());
        hash = Hash.of(hash, row.score() == null ? -1 : row.score());
        return Hash.of(hash, row.result() == null ? 0 : row.result().hashCode());
    }

    /** Holds from one instant until another. */
    private record View(MonitorRow row, long hash, Instant from, Instant until) {}
}
