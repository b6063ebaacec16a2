package org.examledger.faults.check;

import java.util.ArrayList;
import java.util.List;

/** I4: sequences of each stream are 0, 1, 2 …, positions are 1, 2, 3 …, and no stream's time goes back. */
final class NoHoles implements Invariant {
    @Override
    public String name() {
        return "I4";
    }

    @Override
    public List<String> violations(Findings findings) {
        var violations = new ArrayList<String>();
        var wanted = 1L;
        for (var row : findings.log().rows()) {
            if (row.position() != wanted) {
                violations.add("position " + wanted + " is missing before " + row);
                wanted = row.position();
            }
            wanted++;
        }
        if (findings.log().head() != wanted - 1) {
            violations.add("the head says " + findings.log().head() + " and the last row is at " + (wanted - 1));
        }
        findings.log().streams().values().forEach(rows -> stream(rows, violations));
        return violations;
    }

    private static void stream(List<LogRow> rows, List<String> violations) {
        for (var index = 0; index < rows.size(); index++) {
            var row = rows.get(index);
            if (row.sequence() != index) {
                violations.add("sequence " + index + " is missing before " + row);
                return;
            }
            if (index > 0 && row.at().isBefore(rows.get(index - 1).at())) {
                violations.add("the time goes back to " + row.at() + " at " + row);
            }
        }
    }
}
