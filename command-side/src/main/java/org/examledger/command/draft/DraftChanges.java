package org.examledger.command.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftWorker;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saved: only what the request named is touched.
 *
 * @param fields values by the API's field names: a string, a number or a truth value
 * @param cleared fields that were set to null
 * @param questions the whole list in order, when it was named
 * @param workers the whole list, when it was named
 */
record DraftChanges(
        Map<String, Object> fields,
        Set<String> cleared,
        @Nullable List<DraftQuestion> questions,
        @Nullable List<DraftWorker> workers) {}
