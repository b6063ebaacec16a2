package org.examledger.endtoend.client;

import org.jspecify.annotations.Nullable;

/** Body of {@code page}. */
public record ChangePage(
        long epoch, long clientSeq, int pageIndex, @Nullable String clientTime) {}
