package org.examledger.faults.check;

import java.util.List;

/** One thing that is true whatever happened. */
interface Invariant {
    /** Short name, as in {@code I3}. */
    String name();

    /** A sentence for each place where it does not hold. */
    List<String> violations(Findings findings);
}
