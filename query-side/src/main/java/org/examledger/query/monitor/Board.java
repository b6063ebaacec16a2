package org.examledger.query.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.examledger.query.life.ExamRow;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an exam as they were read, so that a monitor that asks again has only those read that changed. Boards do not
 * change; the next one takes over the seats that stay as they are.
 */
final class Board {
    private final MonitorRows.News news;
    private final ExamRow exam;
    private final SortedMap<UUID, Seat> seats;
    private final Instant namesUntil;
    private volatile @Nullable Tag tag;

    private Board(MonitorRows.News news, ExamRow exam, SortedMap<UUID, Seat> seats, Instant namesUntil) {
        this.news = news;
        this.exam = exam;
        this.seats = seats;
        this.namesUntil = namesUntil;
    }

    /** @param namesUntil when names have to be looked up again, because no fact tells that one was erased */
    static Board empty(MonitorRows.News news, ExamRow exam, Instant namesUntil) {
        return new Board(news, exam, new TreeMap<>(), namesUntil);
    }

    /**
     * The board with other rows in the place of those that changed.
     *
     * @param names of their workers, by person; whoever is missing shows as his opaque id
     */
    Board with(
            MonitorRows.News next,
            ExamRow examThen,
            Collection<MonitorLine> changed,
            Map<String, String> names,
            Duration silence) {
        var all = new TreeMap<>(seats);
        for (var line : changed) {
            var person = line.row().person();
            var seat = new Seat(line, names.getOrDefault(person, person), next.scored(), silence);
            all.put(line.row().sessionId(), seat);
        }
        return new Board(next, examThen, all, namesUntil);
    }

    MonitorRows.News news() {
        return news;
    }

    ExamRow exam() {
        return exam;
    }

    /** Behind this position, rows or their scores may have changed. */
    long knownUpTo() {
        return Math.min(news.read(), news.scored());
    }

    boolean isGoodFor(MonitorRows.News now) {
        return news.isComplete()
                && now.isComplete()
                && news.newest() == now.newest()
                && news.keyVersion() == now.keyVersion();
    }

    boolean knowsNamesAt(Instant now) {
        return now.isBefore(namesUntil);
    }

    List<MonitorRow> rowsAt(Instant now) {
        return seats.values().stream().map(seat -> seat.rowAt(now)).toList();
    }

    /** A session's row; absent when the exam has no such session. */
    Optional<MonitorRow> rowAt(UUID sessionId, Instant now) {
        return Optional.ofNullable(seats.get(sessionId)).map(seat -> seat.rowAt(now));
    }

    /** What is seen of each session, to be compared with what is seen later. */
    Map<UUID, Glance> glanceAt(Instant now) {
        var glances = HashMap.<UUID, Glance>newHashMap(seats.size());
        seats.forEach((session, seat) -> glances.put(session, seat.glanceAt(now)));
        return glances;
    }

    /** Sessions that may look different because time went by, whatever happened. */
    List<UUID> changedByTheClock(Instant since, Instant now) {
        return seats.entrySet().stream()
                .filter(it -> it.getValue().mayChangeWithin(since, now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What everybody sees at an instant, as a number; another one as soon as anything but what ticks is different. */
    long tagAt(Instant now) {
        var known = tag;
        if (known == null || now.isBefore(known.from) || !now.isBefore(known.until)) {
            known = compute(now);
            tag = known;
        }
        return known.value;
    }

    private Tag compute(Instant now) {
        var end = exam.windowEndsAt() == null ? Instant.MAX : exam.windowEndsAt();
        var opened = !now.isBefore(exam.opensAt());
        var over = !now.isBefore(end);
        var until = earlier(opened ? Instant.MAX : exam.opensAt(), over ? Instant.MAX : end);
        var hash = Hash.of(exam.position(), (opened ? 1 : 0) + (over ? 2 : 0));
        for (var seat : seats.values()) {
            hash = Hash.of(hash, seat.hashAt(now));
            until = earlier(until, seat.sameUntil(now));
        }
        return new Tag(hash, now, until);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Holds from one instant until another. */
    private record Tag(long value, Instant from, Instant until) {}
}
