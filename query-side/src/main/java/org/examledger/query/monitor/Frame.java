package org.examledger.query.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.life.Counters;
import org.jspecify.annotations.Nullable;

/**
 * An exam as one look saw it, and what changed at the looks before. Everything that is sent of it is written once and the
 * same bytes go to all who watch.
 */
final class Frame {
    /** From then on a picture counts as old, and whoever watches is told with each look. */
    private static final long OLD_MILLIS = 1_000;

    private final Sight sight;
    private final long tag;
    private final long version;
    private final Map<UUID, Glance> glances;
    private final Past past;
    private final Counters counters;
    private final Map<Piece, byte[]> written = new ConcurrentHashMap<>();

    /**
     * What can be sent of a frame.
     *
     * @param since the version that the receiver has; absent = none
     */
    private record Piece(Optional<Long> since, Optional<SessionStatus> only) {}

    private Frame(Sight sight, long tag, long version, Map<UUID, Glance> glances, Past past) {
        this.sight = sight;
        this.tag = tag;
        this.version = version;
        this.glances = glances;
        this.past = past;
        this.counters = Counters.count(glances.values().stream().map(Glance::status));
    }

    static Frame first(Sight sight) {
        return begin(sight, 1);
    }

    private static Frame begin(Sight sight, long version) {
        var tag = sight.board().tagAt(sight.at());
        return new Frame(sight, tag, version, sight.board().glanceAt(sight.at()), Past.none(version, sight.position()));
    }

    /**
     * The frame of the next look; it has the same version when there is nothing to tell.
     *
     * @param looks of how many the changes are kept
     */
    Frame next(Sight now, int looks) {
        if (now.position() < sight.position()) {
            // The log was restored, or the rows were taken from elsewhere: nobody's picture can go on.
            return begin(now, version + 1);
        }
        var tagNow = now.board().tagAt(now.at());
        if (tagNow == tag) {
            return new Frame(now, tag, isOld() || isOld(now) ? version + 1 : version, glances, past);
        }
        var seen = now.board().glanceAt(now.at());
        var changed = changed(seen);
        var next = version + 1;
        return new Frame(
                now,
                tagNow,
                next,
                seen,
                changed.isEmpty()
                        ? past
                        : past.with(new Past.Change(next, now.position(), changed), seen.size(), looks));
    }

    private Map<UUID, SessionStatus> changed(Map<UUID, Glance> seen) {
        var before = new HashMap<UUID, SessionStatus>();
        seen.forEach((session, glance) -> {
            var known = glances.get(session);
            if (!glance.equals(known)) {
                before.put(session, known == null ? glance.status() : known.status());
            }
        });
        glances.forEach((session, glance) -> {
            if (!seen.containsKey(session)) {
                before.put(session, glance.status());
            }
        });
        return before;
    }

    private boolean isOld() {
        return isOld(sight);
    }

    private static boolean isOld(Sight sight) {
        return sight.lagMillis() >= OLD_MILLIS;
    }

    long version() {
        return version;
    }

    long position() {
        return sight.position();
    }

    Board board() {
        return sight.board();
    }

    /** Everything there is to see. */
    byte[] snapshot(@Nullable SessionStatus only) {
        return written.computeIfAbsent(
                new Piece(Optional.empty(), Optional.ofNullable(only)),
                piece -> ServerSentEvent.of("snapshot", position(), picture(rows(only))));
    }

    /** What changed behind a version, or everything when that is not known any more. */
    byte[] since(long seen, @Nullable SessionStatus only) {
        if (seen < past.version()) {
            return snapshot(only);
        }
        return written.computeIfAbsent(
                new Piece(Optional.of(seen), Optional.ofNullable(only)), piece -> delta(past.since(seen), only));
    }

    /**
     * The same for somebody who comes back and tells the last position that he was sent, perhaps by another process.
     *
     * @param timeOf when the fact at a position was stored
     */
    byte[] from(long seen, @Nullable SessionStatus only, LongFunction<Optional<Instant>> timeOf) {
        if (seen > position() || seen < past.position()) {
            return snapshot(only);
        }
        if (seen > past.position()) {
            return delta(past.from(seen), only);
        }
        // He may have looked before the first look of this process: the clock has gone on since.
        return timeOf.apply(seen).map(sinceThen(only)).orElseGet(() -> snapshot(only));
    }

    private Function<Instant, byte[]> sinceThen(@Nullable SessionStatus only) {
        return then -> {
            var changed = past.from(past.position());
            for (var session : sight.board().changedByTheClock(then, sight.at())) {
                changed.putIfAbsent(session, only == null ? SessionStatus.OPEN : only);
            }
            return delta(changed, only);
        };
    }

    private byte[] delta(Map<UUID, SessionStatus> changed, @Nullable SessionStatus only) {
        var rows = new ArrayList<MonitorRow>();
        var removed = new ArrayList<UUID>();
        changed.forEach((session, before) -> {
            var row = sight.board().rowAt(session, sight.at()).filter(it -> only == null || it.status() == only);
            row.ifPresent(rows::add);
            if (row.isEmpty() && (only == null || before == only)) {
                removed.add(session);
            }
        });
        return ServerSentEvent.of("delta", position(), new MonitorDelta(picture(rows), removed));
    }

    private MonitorPicture picture(List<MonitorRow> rows) {
        return MonitorPicture.of(sight, counters, rows);
    }

    private List<MonitorRow> rows(@Nullable SessionStatus only) {
        var all = sight.board().rowsAt(sight.at());
        return only == null
                ? all
                : all.stream().filter(row -> row.status() == only).toList();
    }
}
