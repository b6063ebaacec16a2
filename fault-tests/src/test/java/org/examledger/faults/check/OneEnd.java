package org.examledger.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.examledger.faults.record.Kind;
import org.examledger.faults.record.Operation;

/**
 * I5: nothing is counted after an end, and there is exactly one end for each opening of an attempt. A refusal that tells of an
 * end, or of a start that is missing, is true of a state that was there after the client had asked.
 */
final class OneEnd implements Invariant {
    private static final Set<String> AFTER_AN_END =
            Set.of("LateAnswerReceived", "SessionReopened", "SessionReset", "LateAnswersAccepted");
    private static final Set<String> BEGINS = Set.of("SessionStarted", "SessionResumed");

    @Override
    public String name() {
        return "I5";
    }

    @Override
    public List<String> violations(Findings findings) {
        var violations = new ArrayList<String>();
        for (var session : findings.sessions()) {
            var ended = false;
            for (var row : findings.log().ofSession(session)) {
                if (ended && !AFTER_AN_END.contains(row.name())) {
                    violations.add("came after the end: " + row);
                }
                if (SessionFold.ENDS.containsKey(row.name())) {
                    ended = true;
                } else if (row.name().equals("SessionReopened") || row.name().equals("SessionReset")) {
                    ended = false;
                }
            }
        }
        findings.operations().stream()
                .filter(it -> it.isRefused() && it.kind().isCommand())
                .filter(it -> !isTrue(it, findings))
                .forEach(it -> violations.add("was refused for what was not so: " + it));
        return violations;
    }

    private static boolean isTrue(Operation refused, Findings findings) {
        var rows = findings.log().ofSession(refused.session());
        var known = findings.acknowledgedBefore(refused);
        return switch (refused.completion().code()) {
            case "not-started" ->
                rows.stream().filter(row -> row.sequence() <= known).noneMatch(row -> BEGINS.contains(row.name()));
            case "session-closed" -> everEnded(rows, known, refused.kind() == Kind.ANSWER);
            default -> true;
        };
    }

    /** Whether the session was over in one of its states from the one that the client must have met on. */
    private static boolean everEnded(List<LogRow> rows, long known, boolean ofEarlierEpochToo) {
        var fold = new SessionFold();
        for (var row : rows) {
            fold.take(row);
            if (row.sequence() >= known && !fold.ended().isEmpty()) {
                return true;
            }
        }
        return ofEarlierEpochToo && rows.stream().anyMatch(row -> row.name().equals("SessionReset"));
    }
}
