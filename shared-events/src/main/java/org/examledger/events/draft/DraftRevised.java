package org.examledger.events.draft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * A draft was saved. Holds what changed and nothing else.
 *
 * @param revision 1 for the first save
 * @param fields the changed fields under their API names; a value is a string, a number or a truth value
 * @param cleared the fields that were emptied
 * @param questions new or changed questions
 * @param removedQuestions ids of questions taken out
 * @param questionOrder ids of all questions in order, when the order changed
 * @param workers new or changed workers
 * @param removedWorkers opaque ids of workers taken out
 */
@Remembered(name = "DraftRevised")
public record DraftRevised(
        int revision,
        Map<String, Object> fields,
        List<String> cleared,
        List<DraftQuestion> questions,
        List<Integer> removedQuestions,
        @Nullable List<Integer> questionOrder,
        List<DraftWorker> workers,
        List<String> removedWorkers,
        @Nullable String device,
        @Nullable UUID commandId)
        implements DraftFact {
    public DraftRevised {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        cleared = List.copyOf(cleared);
        questions = List.copyOf(questions);
        removedQuestions = List.copyOf(removedQuestions);
        questionOrder = questionOrder == null ? null : List.copyOf(questionOrder);
        workers = List.copyOf(workers);
        removedWorkers = List.copyOf(removedWorkers);
    }
}
