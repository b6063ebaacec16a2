package org.examledger.events.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package of questions as far as it is written.
 *
 * @param questionIds its written questions in order
 * @param pools what is to be drawn for it besides
 */
public record DraftPackage(@Nullable String name, List<Integer> questionIds, List<DraftPool> pools) {
    public DraftPackage {
        questionIds = List.copyOf(questionIds);
        pools = List.copyOf(pools);
    }
}
