package org.examledger.architecture.planted.cycle.there;

import org.examledger.architecture.planted.cycle.here.Here;
import org.jspecify.annotations.Nullable;

/** Planted: the other half of a cycle. */
public final class There {
    @Nullable
    Here here;
}
