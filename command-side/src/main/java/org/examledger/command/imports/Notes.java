package org.examledger.command.imports;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What of an item is not kept, each thing said once. */
final class Notes {
    private final Set<String> notes = new LinkedHashSet<>();

    void add(String note) {
        notes.add(note);
    }

    /** Says that something was left out, when there is something. */
    void lost(String what, Collection<String> things) {
        if (!things.isEmpty()) {
            add(what + " " + String.join(", ", things));
        }
    }

    List<String> all() {
        return List.copyOf(notes);
    }
}
