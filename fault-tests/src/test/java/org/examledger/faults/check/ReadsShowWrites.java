package org.examledger.faults.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.examledger.faults.record.Kind;
import org.examledger.faults.record.Operation;
import tools.jackson.databind.JsonNode;

/**
 * I9: a read that asks for a position shows everything up to it, and nothing but the session as it was at the position that
 * it names. A receipt is never older than one that had been given before it was asked for.
 */
final class ReadsShowWrites implements Invariant {
    @Override
    public String name() {
        return "I9";
    }

    @Override
    public List<String> violations(Findings findings) {
        var violations = new ArrayList<String>();
        findings.of(Kind.READ).stream()
                .filter(Operation::isOk)
                .forEach(it -> read(it, findings.log().ofSession(it.session()), violations));
        findings.operations().stream()
                .filter(it -> it.kind().isCommand() && it.isOk())
                .forEach(it -> {
                    var known = findings.acknowledgedBefore(it);
                    if (it.completion().sequence() < known) {
                        violations.add("was answered as of sequence "
                                + it.completion().sequence() + " though " + known + " was known: " + it);
                    }
                });
        return violations;
    }

    private static void read(Operation read, List<LogRow> rows, List<String> violations) {
        var position = read.completion().position();
        var seen = read.completion().seen();
        if (position < read.invocation().atLeast() || seen == null) {
            violations.add("asked for " + read.invocation().atLeast() + " and was shown " + position + ": " + read);
            return;
        }
        var fold = SessionFold.of(
                rows.stream().filter(row -> row.position() <= position).toList());
        if (!answers(seen).equals(fold.shown())
                || seen.path("lastClientSeq").asLong() != fold.lastClientSeq()
                || seen.path("epoch").asInt() != fold.epoch()
                || seen.path("pageIndex").asInt() != fold.pageIndex()) {
            violations.add("at position %d the log says %s, client sequence %d, epoch %d, page %d; shown was %s: %s"
                    .formatted(
                            position, fold.shown(), fold.lastClientSeq(), fold.epoch(), fold.pageIndex(), seen, read));
        }
    }

    private static Map<Integer, List<Integer>> answers(JsonNode seen) {
        var answers = new LinkedHashMap<Integer, List<Integer>>();
        seen.path("answers")
                .properties()
                .forEach(it -> answers.put(Integer.valueOf(it.getKey()), LogRow.sorted(it.getValue())));
        return answers;
    }
}
