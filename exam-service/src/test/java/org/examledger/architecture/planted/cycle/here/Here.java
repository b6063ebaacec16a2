package org.examledger.architecture.planted.cycle.here;

import org.examledger.architecture.planted.cycle.there.There;
import org.jspecify.annotations.Nullable;

/** Planted: one half of a cycle. */
public final class Here {
    @Nullable
    There there;
}
