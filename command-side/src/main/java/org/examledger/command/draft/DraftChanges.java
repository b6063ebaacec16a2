package org.examledger.command.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.examledger.events.draft.DraftPackage;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftWorker;
import org.examledger.events.exam.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saved: only what the request named is touched.
 *
 * @param fields values by the API's field names: a string, a number or a truth value
 * @param cleared fields that were set to null
 * @param questions all questions, when they were named as a list or as packages
 * @param workers the whole list, when it was named
 * @param accessToken the token, when one was named
 * @param appendix questions to come to those that are there; never together with a list of all
 */
record DraftChanges(
        Map<String, Object> fields,
        Set<String> cleared,
        @Nullable Questions questions,
        @Nullable List<DraftWorker> workers,
        @Nullable Token accessToken,
        @Nullable Appendix appendix) {

    /** What somebody typed. */
    DraftChanges(
            Map<String, Object> fields,
            Set<String> cleared,
            @Nullable Questions questions,
            @Nullable List<DraftWorker> workers,
            @Nullable Token accessToken) {
        this(fields, cleared, questions, workers, accessToken, null);
    }

    static DraftChanges appending(Appendix appendix) {
        return new DraftChanges(Map.of(), Set.of(), null, null, null, appendix);
    }

    /**
     * Questions that get the draft's next free ids.
     *
     * @param toPackage name of the package they go to, when the draft has packages
     */
    record Appendix(List<DraftQuestion> questions, @Nullable String toPackage) {}

    /**
     * All questions of a draft in order.
     *
     * @param pools what is drawn from pools besides, where there are no packages
     * @param packages which questions belong together; empty = one list
     */
    record Questions(List<DraftQuestion> written, List<DraftPool> pools, List<DraftPackage> packages) {
        static final Questions NONE = new Questions(List.of(), List.of(), List.of());
    }

    /**
     * A token as it was typed. The word itself never reaches a fact (R16).
     *
     * @param kept what a fact may keep of it
     */
    record Token(String word, AccessToken kept) {}
}
