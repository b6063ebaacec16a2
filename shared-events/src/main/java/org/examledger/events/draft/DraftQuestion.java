package org.examledger.events.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question as far as it is written; only its id is certain. */
public record DraftQuestion(
        int id,
        @Nullable String text,
        List<DraftOption> options,
        List<Integer> correct,
        @Nullable Boolean multiple,
        @Nullable Integer points) {
    public DraftQuestion {
        options = List.copyOf(options);
        correct = List.copyOf(correct);
    }
}
