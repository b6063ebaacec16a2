package org.examledger.faults.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.examledger.proof.RowHash;

/** I8: each row has the hash of its bytes, and the service's walk over rows, tree and checkpoints finds the log intact. */
final class Sealed implements Invariant {
    @Override
    public String name() {
        return "I8";
    }

    @Override
    public List<String> violations(Findings findings) {
        var violations = new ArrayList<>(findings.said());
        findings.log().rows().stream()
                .filter(row -> !Arrays.equals(row.hash(), hash(row)))
                .forEach(row -> violations.add("is not what was hashed: " + row));
        return violations;
    }

    private static byte[] hash(LogRow row) {
        return RowHash.of(
                row.stream(),
                row.sequence(),
                row.at().toEpochMilli(),
                row.name(),
                row.revision(),
                LogDump.bytes(row.metadata()),
                LogDump.bytes(row.payload()));
    }
}
