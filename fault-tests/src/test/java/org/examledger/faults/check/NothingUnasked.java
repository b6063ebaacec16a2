package org.examledger.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.examledger.faults.record.Invocation;

/** I2: no event without an invocation of just that content, and no click twice. */
final class NothingUnasked implements Invariant {
    private static final Set<String> ANSWERS = Set.of("AnswerSelected", "AnswerSuperseded", "LateAnswerReceived");

    /** What exists before anybody acts in a session. */
    private static final Set<String> GIVEN = Set.of("SessionAssigned");

    @Override
    public String name() {
        return "I2";
    }

    @Override
    public List<String> violations(Findings findings) {
        var violations = new ArrayList<String>();
        var invocations = new HashMap<String, Invocation>();
        findings.commands()
                .forEach((id, attempts) ->
                        invocations.put(id, attempts.getFirst().invocation()));
        for (var session : findings.sessions()) {
            var clicks = new HashMap<ClientPlace, LogRow>();
            for (var row : findings.log().ofSession(session)) {
                asked(row, session, invocations, violations);
                if (isClick(row)) {
                    var before = clicks.putIfAbsent(row.place(), row);
                    if (before != null) {
                        violations.add("the same click is there twice: " + before + " and " + row);
                    }
                }
            }
        }
        return violations;
    }

    private static boolean isClick(LogRow row) {
        return ANSWERS.contains(row.name()) || row.name().equals("PageChanged");
    }

    private static void asked(
            LogRow row, String session, Map<String, Invocation> invocations, List<String> violations) {
        if (GIVEN.contains(row.name())
                || row.role().equals("system")
                || row.name().equals("SessionTimedOut")) {
            return;
        }
        var asked = invocations.get(row.commandId());
        if (asked == null || !asked.session().equals(session)) {
            violations.add("nobody asked for " + row);
        } else if (isClick(row) && !isContentOf(row, asked)) {
            violations.add(row + " holds something else than was sent: " + row.payload() + " for " + asked);
        }
    }

    private static boolean isContentOf(LogRow row, Invocation asked) {
        var fields = row.fields();
        var samePlace = row.place().equals(new ClientPlace(asked.epoch(), asked.clientSeq()))
                && fields.path("pageIndex").asInt(-1) == asked.pageIndex();
        var sameAnswer = fields.path("questionId").asInt(-1) == asked.questionId()
                && row.options().equals(asked.optionIds().stream().sorted().toList());
        return samePlace && (sameAnswer || !ANSWERS.contains(row.name()));
    }
}
