package org.examledger.query.responses;

import java.util.List;
import java.util.UUID;

/**
 * What brings a score from one version of the key to the next.
 *
 * @param keyVersion the version it brings
 * @param before right options until then; none = the question was void
 * @param after right options from then on; none = the question is void
 * @param position of the fact
 */
record Correction(
        UUID examId, int keyVersion, int questionId, List<Integer> before, List<Integer> after, long position) {

    /** By how many questions the correction changes what can be reached: -1, 0 or 1. */
    int moreThatCount() {
        return (after.isEmpty() ? 0 : 1) - (before.isEmpty() ? 0 : 1);
    }
}
