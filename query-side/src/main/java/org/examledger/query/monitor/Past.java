package org.examledger.query.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.examledger.events.rules.SessionStatus;

/**
 * Which sessions changed at the looks before, as far back as it is kept. Never changes.
 *
 * @param version since when all changes are known
 * @param position of the look at that version
 */
record Past(long version, long position, List<Change> changes) {
    /** Of a small exam, more changes are kept than it has sessions. */
    private static final int ALWAYS_KEPT = 1_000;

    /**
     * What one look found changed.
     *
     * @param before each session's status before that
     */
    record Change(long version, long position, Map<UUID, SessionStatus> before) {}

    static Past none(long version, long position) {
        return new Past(version, position, List.of());
    }

    /**
     * @param sessions of the exam; when more than that have changed, the whole picture is as short
     * @param looks how many are kept
     */
    Past with(Change change, int sessions, int looks) {
        var all = new ArrayList<>(changes);
        all.add(change);
        var rows = all.stream().mapToInt(it -> it.before().size()).sum();
        var forgotten = 0;
        while (all.size() - forgotten > looks || rows > Math.max(sessions, ALWAYS_KEPT)) {
            rows -= all.get(forgotten).before().size();
            forgotten++;
        }
        if (forgotten == 0) {
            return new Past(version, position, List.copyOf(all));
        }
        var last = all.get(forgotten - 1);
        return new Past(last.version(), last.position(), List.copyOf(all.subList(forgotten, all.size())));
    }

    /** Sessions that changed behind a version, each with the status that it had then. */
    Map<UUID, SessionStatus> since(long seen) {
        return changed(change -> change.version() > seen);
    }

    /** Sessions that changed at a position or behind it: some at that very position may have changed by the clock. */
    Map<UUID, SessionStatus> from(long seen) {
        return changed(change -> change.position() >= seen);
    }

    private Map<UUID, SessionStatus> changed(Predicate<Change> which) {
        var before = new TreeMap<UUID, SessionStatus>();
        changes.stream().filter(which).forEach(change -> change.before().forEach(before::putIfAbsent));
        return before;
    }
}
