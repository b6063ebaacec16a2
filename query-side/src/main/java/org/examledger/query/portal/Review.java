package org.examledger.query.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the review page shows.
 *
 * @param number the portal's
 * @param open questions without an answer, in the paper's order
 * @param leadsTo where the worker is sent instead, because there is nothing to hand in; absent = he may
 */
record Review(
        int number,
        String title,
        int total,
        List<Question> open,
        @Nullable String leadsTo) {
    /** A question by its place on the paper, from 1. */
    record Question(int place, String text) {}

    static Review elsewhere(int number, String leadsTo) {
        return new Review(number, "", 0, List.of(), leadsTo);
    }

    int answered() {
        return total - open.size();
    }
}
