package org.examledger.command.imports;

import org.jspecify.annotations.Nullable;

/** Where an item stands, so that whoever wrote the file finds it again. */
record Place(
        @Nullable Integer line,
        @Nullable String file,
        @Nullable String name,
        @Nullable String category) {
    Place {
        file = shortened(file);
        name = shortened(name);
        category = shortened(category);
    }

    static Place atLine(int line, @Nullable String name, @Nullable String category) {
        return new Place(line, null, name, category);
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.isBlank() ? null : Said.shortly(text);
    }
}
