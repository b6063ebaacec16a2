package org.examledger.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.examledger.faults.record.Kind;
import org.examledger.faults.record.Operation;

/**
 * I1: what was acknowledged is exactly one event, the one that was acknowledged; what was refused is none, unless the refusal
 * says that it was recorded. An acknowledgement without an event of its own tells of a state that was there.
 */
final class OnceInTheLog implements Invariant {
    private static final Map<Kind, Set<String>> EVENTS = Map.of(
            Kind.START, Set.of("SessionStarted", "SessionResumed"),
            Kind.ANSWER, Set.of("AnswerSelected", "AnswerSuperseded"),
            Kind.PAGE, Set.of("PageChanged"),
            Kind.HEARTBEAT, Set.of("HeartbeatReceived"),
            Kind.SUBMIT, Set.of("SessionSubmitted"),
            Kind.CLOSE, Set.of("ExamClosed"),
            Kind.REOPEN, Set.of("SessionReopened"),
            Kind.EXTEND, Set.of("TimeExtended"));

    /** Statuses that a command of the same kind finds when another one came first (R4). */
    private static final Map<Kind, String> SAME_END = Map.of(Kind.SUBMIT, "SUBMITTED", Kind.CLOSE, "CLOSED");

    @Override
    public String name() {
        return "I1";
    }

    @Override
    public List<String> violations(Findings findings) {
        var violations = new ArrayList<String>();
        findings.commands().forEach((id, attempts) -> {
            var stored = findings.rowsOf(id);
            if (attempts.stream().anyMatch(Operation::isOk)) {
                acknowledged(attempts, stored, findings, violations);
            } else if (attempts.stream().allMatch(Operation::isRefused)) {
                refused(attempts, stored, violations);
            }
        });
        return violations;
    }

    private static void acknowledged(
            List<Operation> attempts, List<LogRow> stored, Findings findings, List<String> violations) {
        var ok = attempts.stream().filter(Operation::isOk).toList();
        var first = ok.getFirst();
        var wanted = EVENTS.getOrDefault(first.kind(), Set.of());
        var mine = stored.stream().filter(row -> wanted.contains(row.name())).toList();
        if (mine.size() > 1) {
            violations.add("is " + mine.size() + " events: " + first);
        } else if (mine.isEmpty()) {
            if (!isNoOp(first, findings)) {
                violations.add("was acknowledged and is not in the log: " + first);
            }
        } else {
            ok.forEach(it -> tellsTheTruth(it, mine.getFirst(), violations));
        }
    }

    private static void tellsTheTruth(Operation ok, LogRow row, List<String> violations) {
        var said = ok.completion().said();
        if (ok.kind() == Kind.ANSWER
                && ((said.equals("stored") && !row.name().equals("AnswerSelected"))
                        || (said.equals("superseded") && !row.name().equals("AnswerSuperseded")))) {
            violations.add("was acknowledged as " + said + " and is " + row + ": " + ok);
        }
        // A heartbeat that need not be stored is answered; a copy of it that was held up may be stored afterwards.
        if (ok.kind() == Kind.HEARTBEAT) {
            return;
        }
        if (ok.completion().sequence() < row.sequence() || ok.completion().position() < row.position()) {
            violations.add("was acknowledged at sequence " + ok.completion().sequence() + ", position "
                    + ok.completion().position() + ", before it was stored as " + row + ": " + ok);
        }
    }

    /** Whether an acknowledgement without an event is right in the state that it tells of. */
    private static boolean isNoOp(Operation ok, Findings findings) {
        var rows = findings.log().ofSession(ok.session());
        var then = rows.stream()
                .filter(row -> row.sequence() <= ok.completion().sequence())
                .toList();
        return switch (ok.kind()) {
            case HEARTBEAT -> true;
            case PAGE -> !SessionFold.of(then).ended().isEmpty() || isThere(ok, then, Set.of("PageChanged"));
            case ANSWER -> isThere(ok, then, Set.of("AnswerSelected", "AnswerSuperseded"));
            case SUBMIT, CLOSE -> SessionFold.of(then).ended().equals(SAME_END.get(ok.kind()));
            case START, REOPEN, EXTEND, READ -> false;
        };
    }

    /** Without a command id of its own, a place in the client's order names a click (R2). */
    private static boolean isThere(Operation ok, List<LogRow> rows, Set<String> names) {
        var place = new ClientPlace(ok.invocation().epoch(), ok.invocation().clientSeq());
        return rows.stream()
                        .filter(row -> names.contains(row.name()) && row.place().equals(place))
                        .count()
                == 1;
    }

    private static void refused(List<Operation> attempts, List<LogRow> stored, List<String> violations) {
        var recorded = attempts.stream().anyMatch(it -> it.completion().recorded());
        var late = stored.stream()
                .filter(row -> row.name().equals("LateAnswerReceived"))
                .count();
        if (stored.size() > late) {
            violations.add("was refused and is in the log as " + stored + ": " + attempts.getFirst());
        } else if (recorded && late != 1) {
            violations.add("was refused as recorded and is " + late + " events: " + attempts.getFirst());
        } else if (!recorded && late > 0) {
            violations.add("was refused as not recorded and is in the log: " + attempts.getFirst());
        }
    }
}
