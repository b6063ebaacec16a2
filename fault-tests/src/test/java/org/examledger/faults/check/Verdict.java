package org.examledger.faults.check;

import java.util.List;

/** What a judge says, and why. */
public record Verdict(Kind kind, List<String> reasons) {
    /** Only the first passes. */
    public enum Kind {
        VALID,
        VIOLATED,
        /** Nothing is wrong, but nothing shows that the fault landed either. */
        INCONCLUSIVE
    }

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    public boolean isValid() {
        return kind == Kind.VALID;
    }

    @Override
    public String toString() {
        return kind + (reasons.isEmpty() ? "" : ":\n  " + String.join("\n  ", reasons));
    }
}
