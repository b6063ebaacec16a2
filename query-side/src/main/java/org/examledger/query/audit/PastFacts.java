package org.examledger.query.audit;

import java.util.List;

/** The facts of the log, as the code of today reads them. */
public interface PastFacts {
    /** All facts of a stream, in order; none when there is no such stream. */
    List<PastFact> of(String stream);
}
