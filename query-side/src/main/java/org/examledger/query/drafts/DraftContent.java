package org.examledger.query.drafts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.examledger.events.draft.DraftPackage;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftWorker;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is written in a draft, as its revisions left it.
 *
 * @param fields under their API names, in alphabetical order
 * @param questions the written ones, those of packages too
 * @param pools what is drawn from pools outside of packages
 * @param hasAccessToken whether one has to be known for the first start; the word is nowhere (R16)
 */
record DraftContent(
        TreeMap<String, Object> fields,
        List<DraftQuestion> questions,
        List<DraftPool> pools,
        List<DraftPackage> packages,
        boolean hasAccessToken,
        List<DraftWorker> workers) {
    static final DraftContent EMPTY =
            new DraftContent(new TreeMap<>(), List.of(), List.of(), List.of(), false, List.of());

    DraftContent after(DraftRevised fact) {
        var nextFields = new TreeMap<>(fields);
        nextFields.putAll(fact.fields());
        fact.cleared().forEach(nextFields::remove);
        return new DraftContent(
                nextFields,
                ordered(
                        merged(questions, fact.questions(), fact.removedQuestions(), DraftQuestion::id),
                        fact.questionOrder()),
                Objects.requireNonNullElse(fact.pools(), pools),
                Objects.requireNonNullElse(fact.packages(), packages),
                fact.accessToken() != null || (hasAccessToken && !fact.cleared().contains("accessToken")),
                new ArrayList<>(merged(workers, fact.workers(), fact.removedWorkers(), DraftWorker::person)
                        .values()));
    }

    /** What changed takes the place of what it changes; what is new comes last. */
    private static <K, V> SequencedMap<K, V> merged(
            List<V> before, List<V> changed, List<K> removed, Function<V, K> key) {
        var merged = new LinkedHashMap<K, V>();
        before.forEach(it -> merged.put(key.apply(it), it));
        removed.forEach(merged::remove);
        changed.forEach(it -> merged.put(key.apply(it), it));
        return merged;
    }

    private static List<DraftQuestion> ordered(Map<Integer, DraftQuestion> questions, @Nullable List<Integer> order) {
        if (order == null) {
            return new ArrayList<>(questions.values());
        }
        var ordered = new LinkedHashMap<Integer, DraftQuestion>();
        var known = new HashSet<>(questions.keySet());
        order.stream().filter(known::contains).forEach(id -> ordered.put(id, questions.get(id)));
        questions.forEach(ordered::putIfAbsent);
        return new ArrayList<>(ordered.values());
    }

    /** How many questions an exam made of it would have, as far as that is written. */
    int size() {
        var drawn = Stream.concat(pools.stream(), packages.stream().flatMap(it -> it.pools().stream()))
                .map(DraftPool::count)
                .filter(Objects::nonNull)
                .mapToInt(count -> count)
                .sum();
        return questions.size() + drawn;
    }

    @Nullable
    String text(String field) {
        return fields.get(field) instanceof String text ? text : null;
    }
}
