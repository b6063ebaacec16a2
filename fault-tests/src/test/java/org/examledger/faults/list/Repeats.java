package org.examledger.faults.list;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.examledger.faults.record.Operation;

/** What repeating told clients. */
final class Repeats {
    private Repeats() {}

    /** How many commands had an unknown outcome first and were told, when repeated, that they had been stored. */
    static long foundStored(Scene scene) {
        Set<String> unknown = new HashSet<>();
        Set<String> found = new HashSet<>();
        for (var it : scene.teller().record().operations()) {
            if (it.isUnknown() && it.kind().isCommand()) {
                unknown.add(it.commandId());
            } else if (it.isOk() && it.completion().said().equals("duplicate") && unknown.contains(it.commandId())) {
                found.add(it.commandId());
            }
        }
        return found.size();
    }

    /** How many commands had an unknown outcome between two moments of the record's clock. */
    static long unknownCommands(Scene scene, long from, long to) {
        return scene.teller().record().operations().stream()
                .filter(it -> it.isUnknown() && it.kind().isCommand())
                .filter(it -> it.invocation().at() >= from && it.completion().at() <= to)
                .count();
    }

    /** How many requests of one session were under way in the same moment at most. */
    static int mostAtOnce(List<Operation> operations, String session) {
        var changes = new TreeMap<Long, Integer>();
        operations.stream().filter(it -> it.session().equals(session)).forEach(it -> {
            changes.merge(it.invocation().at(), 1, Integer::sum);
            changes.merge(it.completion().at(), -1, Integer::sum);
        });
        var now = 0;
        var most = 0;
        for (var change : changes.values()) {
            now += change;
            most = Math.max(most, now);
        }
        return most;
    }
}
