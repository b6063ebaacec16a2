package org.examledger.events.draft;

import org.jspecify.annotations.Nullable;

/**
 * Questions that are to be drawn from a pool when the draft is locked, as far as it is written.
 *
 * @param count how many
 * @param place how many written questions of its list stand before it
 */
public record DraftPool(
        @Nullable String technology,
        @Nullable String level,
        @Nullable Integer count,
        int place) {}
