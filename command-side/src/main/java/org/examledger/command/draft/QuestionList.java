package org.examledger.command.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.rules.PoolName;
import org.jspecify.annotations.Nullable;

/**
 * A list of questions as its author sees it: written ones, and places that pools fill.
 *
 * @param name of its package; absent where there are no packages
 * @param at where it stands in the API's body
 */
record QuestionList(@Nullable String name, String at, List<Entry> entries) {
    sealed interface Entry permits Written, FromPool {
        int size();
    }

    record Written(DraftQuestion question) implements Entry {
        @Override
        public int size() {
            return 1;
        }
    }

    record FromPool(DraftPool pool) implements Entry {
        @Override
        public int size() {
            return Objects.requireNonNullElse(pool.count(), 0);
        }

        /** Which pool, once technology and level are written. */
        Optional<PoolName> name() {
            var technology = pool.technology();
            var level = pool.level();
            return technology == null || technology.isBlank() || level == null || level.isBlank()
                    ? Optional.empty()
                    : Optional.of(new PoolName(technology, level));
        }
    }

    static QuestionList of(@Nullable String name, String at, List<DraftQuestion> written, List<DraftPool> pools) {
        var entries = new ArrayList<Entry>();
        for (var place = 0; place <= written.size(); place++) {
            for (var pool : pools) {
                if (Math.min(pool.place(), written.size()) == place) {
                    entries.add(new FromPool(pool));
                }
            }
            if (place < written.size()) {
                entries.add(new Written(written.get(place)));
            }
        }
        return new QuestionList(name, at, List.copyOf(entries));
    }

    /** How many questions it will have. */
    long size() {
        return entries.stream().mapToLong(Entry::size).sum();
    }
}
