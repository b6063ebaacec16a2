package org.examledger.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.examledger.faults.record.Invocation;
import org.examledger.faults.record.Kind;
import org.examledger.faults.record.Operation;

/**
 * I3: the answer that stands for a question is the one with the highest epoch and client sequence among those that were
 * acknowledged and those of unknown outcome that are in the log.
 */
final class LastAnswerWins implements Invariant {
    @Override
    public String name() {
        return "I3";
    }

    @Override
    public List<String> violations(Findings findings) {
        var violations = new ArrayList<String>();
        var winners = new HashMap<String, Map<Integer, Invocation>>();
        findings.commands().forEach((id, attempts) -> {
            var asked = attempts.getFirst().invocation();
            if (asked.kind() == Kind.ANSWER && counts(attempts, findings.rowsOf(id))) {
                winners.computeIfAbsent(asked.session(), any -> new TreeMap<>())
                        .merge(asked.questionId(), asked, LastAnswerWins::later);
            }
        });
        for (var session : findings.sessions()) {
            var stands = SessionFold.of(findings.log().ofSession(session)).answers();
            var wanted = winners.getOrDefault(session, Map.of());
            wanted.forEach((question, winner) -> {
                var answer = stands.get(question);
                if (answer == null || !answer.place().equals(place(winner))) {
                    violations.add(
                            "question %d of %s: %s stands instead of %s".formatted(question, session, answer, winner));
                }
            });
            stands.keySet().stream()
                    .filter(question -> !wanted.containsKey(question))
                    .forEach(question -> violations.add(
                            "question " + question + " of " + session + " has an answer that nobody gave"));
        }
        return violations;
    }

    /** A late answer never counts; one of unknown outcome does when it is there. */
    private static boolean counts(List<Operation> attempts, List<LogRow> rows) {
        return attempts.stream().anyMatch(Operation::isOk)
                || rows.stream().anyMatch(row -> row.name().startsWith("AnswerS"));
    }

    private static Invocation later(Invocation one, Invocation other) {
        return place(one).isAfter(place(other)) ? one : other;
    }

    private static ClientPlace place(Invocation invocation) {
        return new ClientPlace(invocation.epoch(), invocation.clientSeq());
    }
}
