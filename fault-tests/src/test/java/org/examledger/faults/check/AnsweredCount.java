package org.examledger.faults.check;

import java.util.ArrayList;
import java.util.List;

/** I7: the number that HC sees of a session is the number of questions with a current answer beside it. */
final class AnsweredCount implements Invariant {
    @Override
    public String name() {
        return "I7";
    }

    @Override
    public List<String> violations(Findings findings) {
        var violations = new ArrayList<String>();
        var rows = findings.models().sessionById();
        for (var session : findings.sessions()) {
            var row = rows.get(session);
            var answered = findings.models().answers().stream()
                    .filter(it -> row != null && it.session().equals(session) && it.attempt() == row.attempt())
                    .filter(it -> !it.options().isEmpty())
                    .count();
            if (row == null) {
                violations.add(session + " has no row");
            } else if (row.answered() != answered) {
                violations.add("%s counts %d and has %d answers".formatted(session, row.answered(), answered));
            }
        }
        return violations;
    }
}
