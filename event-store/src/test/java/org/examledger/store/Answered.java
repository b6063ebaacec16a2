package org.examledger.store;

import java.util.List;

/** A fact of the tests, shaped like an answer. */
record Answered(String questionId, List<String> optionIds, int pageIndex) {
    static final EventType TYPE = new EventType("answered", 2, Answered.class);
}
