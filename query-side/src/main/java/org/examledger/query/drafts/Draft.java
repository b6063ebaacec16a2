package org.examledger.query.drafts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftWorker;
import org.examledger.query.http.Millis;
import org.examledger.query.people.People;
import org.jspecify.annotations.Nullable;

/**
 * A draft in the shape in which it is saved; a field that is not written yet is absent.
 *
 * @param accessTokenSet whether one was typed; the word itself is nowhere (R16)
 * @param fields written beside the other properties
 * @param questions questions and places to be filled from pools; none when there are packages
 * @param packages absent when there is one list of questions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Draft(
        UUID draftId,
        int revision,
        @Millis Instant savedAt,
        boolean locked,
        boolean accessTokenSet,
        @JsonAnyGetter Map<String, Object> fields,
        List<Worker> workers,
        List<Object> questions,
        @Nullable List<Package> packages) {

    static Draft of(DraftRow row, DraftContent content, People people) {
        var persons = content.workers().stream().map(DraftWorker::person).toList();
        var names = people.namesOf(persons);
        var workerIds = people.workerIdsOf(persons);
        return new Draft(
                row.draftId(),
                row.revision(),
                row.savedAt(),
                row.isLocked(),
                content.hasAccessToken(),
                content.fields(),
                content.workers().stream()
                        .map(it -> Worker.of(it, names, workerIds))
                        .toList(),
                content.packages().isEmpty() ? listed(content.questions(), content.pools()) : List.of(),
                content.packages().isEmpty() ? null : packages(content));
    }

    private static List<Package> packages(DraftContent content) {
        var byId = content.questions().stream().collect(Collectors.toMap(DraftQuestion::id, Function.identity()));
        return content.packages().stream()
                .map(it -> new Package(
                        it.name(),
                        listed(
                                it.questionIds().stream()
                                        .map(byId::get)
                                        .filter(Objects::nonNull)
                                        .toList(),
                                it.pools())))
                .toList();
    }

    /** Questions, and in between what is drawn from pools, as they were written. */
    private static List<Object> listed(List<DraftQuestion> questions, List<DraftPool> pools) {
        var list = new ArrayList<Object>(questions);
        for (var pool : pools.reversed()) {
            list.add(Math.min(pool.place(), questions.size()), new Place(Pool.of(pool)));
        }
        return list;
    }

    /** Questions that belong together. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Package(@Nullable String name, List<Object> questions) {}

    /** Stands where questions of a pool will be. */
    record Place(Pool pool) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pool(
            @Nullable String technology,
            @Nullable String level,
            @Nullable Integer count) {
        static Pool of(DraftPool pool) {
            return new Pool(pool.technology(), pool.level(), pool.count());
        }
    }

    /** A worker as the directory knows him; whoever was erased shows as his opaque id, without a name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Worker(
            String workerId,
            @Nullable String name,
            int extraMinutes,
            @Nullable Integer portalSessionId) {
        static Worker of(DraftWorker worker, Map<String, String> names, Map<String, String> workerIds) {
            var person = worker.person();
            return new Worker(
                    workerIds.getOrDefault(person, person),
                    names.get(person),
                    worker.extraMinutes(),
                    worker.portalSessionId());
        }
    }
}
