package org.examledger.endtoend.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects where one student's session is not what the log says. */
final class Differences {
    private final List<String> found = new ArrayList<>();

    void expect(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            found.add(what + " is " + actual + " instead of " + expected);
        }
    }

    void add(String what) {
        found.add(what);
    }

    void addAll(List<String> more) {
        found.addAll(more);
    }

    List<String> found() {
        return List.copyOf(found);
    }
}
