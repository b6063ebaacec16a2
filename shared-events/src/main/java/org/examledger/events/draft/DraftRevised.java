package org.examledger.events.draft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.examledger.events.exam.AccessToken;
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
 * @param contentHash SHA-256 in hexadecimal of all that the save named, also of what it did not change; by it a repeat is
 *     told from another save under the same command id (R2)
 * @param pools all that is to be drawn from pools outside of packages, when that changed
 * @param packages all packages, when they changed; empty = the draft has one question list again
 * @param accessToken what is kept of the token that the save named (R16)
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
        @Nullable UUID commandId,
        @Nullable String contentHash,
        @Nullable List<DraftPool> pools,
        @Nullable List<DraftPackage> packages,
        @Nullable AccessToken accessToken)
        implements DraftFact {
    /** A save of which it is not known what it named without changing it, like those of the first releases. */
    public DraftRevised(
            int revision,
            Map<String, Object> fields,
            List<String> cleared,
            List<DraftQuestion> questions,
            List<Integer> removedQuestions,
            @Nullable List<Integer> questionOrder,
            List<DraftWorker> workers,
            List<String> removedWorkers,
            @Nullable String device,
            @Nullable UUID commandId) {
        this(
                revision,
                fields,
                cleared,
                questions,
                removedQuestions,
                questionOrder,
                workers,
                removedWorkers,
                device,
                commandId,
                null,
                null,
                null,
                null);
    }

    public DraftRevised {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        cleared = List.copyOf(cleared);
        questions = List.copyOf(questions);
        removedQuestions = List.copyOf(removedQuestions);
        questionOrder = questionOrder == null ? null : List.copyOf(questionOrder);
        workers = List.copyOf(workers);
        removedWorkers = List.copyOf(removedWorkers);
        pools = pools == null ? null : List.copyOf(pools);
        packages = packages == null ? null : List.copyOf(packages);
    }
}
