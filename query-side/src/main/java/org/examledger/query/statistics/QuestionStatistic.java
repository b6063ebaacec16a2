package org.examledger.query.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the answers to a question say about it.
 *
 * @param voided whether the key has no right answer to it any more; it has neither difficulty nor discrimination then
 * @param asked in how many of the counted sessions it was on the paper
 * @param answered in how many of them an option is chosen
 * @param difficulty share of those asked who were right, 0 to 1; not answered is not right; absent when nobody was asked
 * @param discrimination correlation of being right with the rest of the score, -1 to 1; absent when it is undefined
 * @param medianSeconds that a worker was at it; absent when nothing tells
 * @param changes how often an answer to it replaced another one, over all workers
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record QuestionStatistic(
        int questionId,
        boolean voided,
        int asked,
        int answered,
        int correct,
        @Nullable Double difficulty,
        @Nullable Double discrimination,
        @Nullable Double medianSeconds,
        long changes) {}
