package org.examledger.query.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.examledger.events.rules.ClockChanges;
import org.examledger.query.life.ExamRow;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an exam as they were read, so that a monitor that asks again has only those read that changed. Rows stay the
 * same; the tag of what people see of them is kept until the clock can change it.
 */
final class Board {
    private final MonitorRows.News news;
    private final ExamRow exam;
    private final SortedMap<UUID, MonitorLine> lines;
    private final Map<String, String> names;
    private final Instant namesUntil;
    private final Duration silence;
    private volatile @Nullable Tag tag;

    /** @param namesUntil when names have to be looked up again, because no fact tells that one was erased */
    Board(
            MonitorRows.News news,
            ExamRow exam,
            Collection<MonitorLine> lines,
            Map<String, String> names,
            Instant namesUntil,
            Duration silence) {
        this.news = news;
        this.exam = exam;
        this.lines = new TreeMap<>();
        lines.forEach(line -> this.lines.put(line.row().sessionId(), line));
        this.names = Map.copyOf(names);
        this.namesUntil = namesUntil;
        this.silence = silence;
    }

    /** The same board with the rows that changed since. */
    Board with(MonitorRows.News next, ExamRow examThen, Collection<MonitorLine> changed, Map<String, String> more) {
        var all = new HashMap<UUID, MonitorLine>(lines);
        changed.forEach(line -> all.put(line.row().sessionId(), line));
        var known = new HashMap<>(names);
        known.putAll(more);
        return new Board(next, examThen, all.values(), known, namesUntil, silence);
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

    boolean knows(String person) {
        return names.containsKey(person);
    }

    List<MonitorRow> rowsAt(Instant now) {
        return lines.values().stream().map(line -> rowAt(line, now)).toList();
    }

    private MonitorRow rowAt(MonitorLine line, Instant now) {
        var person = line.row().person();
        return MonitorRow.of(line, names.getOrDefault(person, person), news.scored(), now, silence);
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
        var until = exam.windowEndsAt() != null && exam.windowEndsAt().isAfter(now) ? exam.windowEndsAt() : Instant.MAX;
        if (exam.opensAt().isAfter(now) && exam.opensAt().isBefore(until)) {
            until = exam.opensAt();
        }
        var hash = mixed(exam.position(), lines.size());
        var opened = !now.isBefore(exam.opensAt());
        var over = exam.windowEndsAt() != null && !now.isBefore(exam.windowEndsAt());
        hash = mixed(hash, (opened ? 1 : 0) + (over ? 2 : 0));
        for (var line : lines.values()) {
            var seen = rowAt(line, now);
            hash = mixed(hash, line.row().position());
            hash = mixed(hash, seen.sessionId().getMostSignificantBits());
            hash = mixed(hash, seen.sessionId().getLeastSignificantBits());
            hash = mixed(hash, seen.status().name().hashCode());
            hash = mixed(hash, seen.connection().hashCode());
            hash = mixed(hash, seen.workerName().hashCode());
            hash = mixed(hash, seen.score() == null ? -1 : seen.score());
            hash = mixed(hash, seen.result() == null ? 0 : seen.result().hashCode());
            var change = ClockChanges.nextAfter(now, line.row().life(), silence);
            until = change.isBefore(until) ? change : until;
        }
        return new Tag(hash, now, until);
    }

    /** One step of a hash that is the same in every process (the finisher of MurmurHash3). */
    private static long mixed(long hash, long next) {
        var mixed = 31 * hash + next;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** Holds from one instant until another. */
    private record Tag(long value, Instant from, Instant until) {}
}
