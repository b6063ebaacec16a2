package org.examledger.store;

import org.jspecify.annotations.Nullable;

/** A fact of the tests. */
record Opened(String title, @Nullable String note) {
    static final EventType TYPE = new EventType("opened", 1, Opened.class);
}
