package org.examledger.events.session;

import java.util.Locale;
import java.util.Optional;

/** Whether the worker could see the exam page when it gave a sign of life. */
public enum Visibility {
    VISIBLE,
    HIDDEN,
    LEAVING;

    /** The word as the API writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Visibility> of(String word) {
        for (var visibility : values()) {
            if (visibility.word().equals(word)) {
                return Optional.of(visibility);
            }
        }
        return Optional.empty();
    }
}
