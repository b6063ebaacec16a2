package org.examledger.query.results;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is written row by row and holds none of them back. Closing it completes the file. */
interface TableFile extends Closeable {
    /** @param cells texts, numbers, or null for an empty one */
    void row(List<@Nullable Object> cells) throws IOException;
}
