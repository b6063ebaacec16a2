package org.examledger.command.imports;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What of an item is not kept, each thing said once. */
final class Notes {
    private static final int MOST = 50;

    private final Set<String> notes = new LinkedHashSet<>();

    void add(String note) {
        if (notes.size() == MOST) {
            notes.add("and more of the like");
        }
        if (notes.size() < MOST) {
            notes.add(Said.shortly(note));
        }
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
