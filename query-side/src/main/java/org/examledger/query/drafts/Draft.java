package org.examledger.query.drafts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftWorker;
import org.examledger.query.http.Millis;
import org.examledger.query.people.People;
import org.jspecify.annotations.Nullable;

/**
 * A draft in the shape in which it is saved; a field that is not written yet is absent.
 *
 * @param fields written beside the other properties; never an access token, of which facts hold at most a hash (R16)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Draft(
        UUID draftId,
        int revision,
        @Millis Instant savedAt,
        boolean locked,
        @JsonAnyGetter Map<String, Object> fields,
        List<Worker> workers,
        List<DraftQuestion> questions) {

    static Draft of(DraftRow row, DraftContent content, People people) {
        var persons = content.workers().stream().map(DraftWorker::person).toList();
        var names = people.namesOf(persons);
        var workerIds = people.workerIdsOf(persons);
        return new Draft(
                row.draftId(),
                row.revision(),
                row.savedAt(),
                row.isLocked(),
                content.fields().entrySet().stream()
                        .filter(field -> !field.getKey().startsWith("accessToken"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                content.workers().stream()
                        .map(it -> Worker.of(it, names, workerIds))
                        .toList(),
                content.questions());
    }

    /** A worker as the directory knows him; whoever was erased shows as his opaque id, without a name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Worker(String workerId, @Nullable String name, int extraMinutes) {
        static Worker of(DraftWorker worker, Map<String, String> names, Map<String, String> workerIds) {
            var person = worker.person();
            return new Worker(workerIds.getOrDefault(person, person), names.get(person), worker.extraMinutes());
        }
    }
}
