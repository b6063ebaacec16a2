package org.examledger.endtoend.replay;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Monitor;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.client.SessionResult;

/** Where the service differs from the log, student by student; empty when it holds. */
record ReplayVerdict(Map<String, List<String>> differences, int students) {
    private static final int READERS = 16;
    private static final String EXAM = "the exam";

    /** Reads at the highest position any receipt named. */
    static ReplayVerdict of(LedgerClient client, ReplayedExam replayed) {
        var found = new ConcurrentSkipListMap<String, List<String>>();
        var atLeast = replayed.tally().highestPosition();
        var monitor = client.sendAs(
                        MidtermExam.HC,
                        Call.get(Paths.monitor(replayed.examId())).atLeast(atLeast))
                .as(Monitor.class);
        var rows = monitor.rows().stream().collect(toMap(Monitor.Row::sessionId, row -> row, (a, b) -> a));
        Parallel.forEach(replayed.sittings(), READERS, sitting -> {
            var differences = new Differences();
            try {
                differences.addAll(sitting.troubles());
                var read = new ReadCheck(sitting, differences);
                read.monitor(rows.get(sitting.sessionId()));
                var session = new SessionClient(client, sitting.workerId(), sitting.sessionId());
                read.resume(session.read("resume", atLeast).as(ResumeState.class));
                if (sitting.submitted()) {
                    read.result(session.read("result", atLeast).as(SessionResult.class));
                }
                EventCheck.check(sitting, new AuditTrail(client).of(sitting.sessionId(), atLeast), differences);
            } catch (RuntimeException unreadable) {
                differences.add(unreadable.toString());
            }
            if (!differences.found().isEmpty()) {
                found.put("student " + sitting.student() + " (" + sitting.sessionId() + ")", differences.found());
            }
        });
        var wholeExam = counters(replayed, monitor);
        if (!wholeExam.isEmpty()) {
            found.put(EXAM, wholeExam);
        }
        return new ReplayVerdict(found, replayed.sittings().size());
    }

    private static List<String> counters(ReplayedExam replayed, Monitor monitor) {
        var differences = new Differences();
        var submitted =
                (int) replayed.sittings().stream().filter(Sitting::submitted).count();
        var running = monitor.counters().getOrDefault("inProgress", 0)
                + monitor.counters().getOrDefault("silent", 0);
        differences.expect(
                "rows in monitor", replayed.sittings().size(), monitor.rows().size());
        differences.expect("submitted in monitor", submitted, monitor.counters().get("submitted"));
        differences.expect("running in monitor", replayed.sittings().size() - submitted, running);
        return differences.found();
    }

    boolean holds() {
        return differences.isEmpty();
    }

    @Override
    public String toString() {
        if (holds()) {
            return "All " + students + " students ended as the log says.\n";
        }
        return differences.entrySet().stream()
                .map(entry -> entry.getKey() + "\n    " + String.join("\n    ", entry.getValue()) + "\n")
                .collect(Collectors.joining("", differences.size() + " of " + students + " students differ:\n", ""));
    }
}
