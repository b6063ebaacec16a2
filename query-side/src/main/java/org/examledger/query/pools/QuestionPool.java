package org.examledger.query.pools;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.query.http.Millis;
import org.jspecify.annotations.Nullable;

/** A pool with its questions and their keys; see {@link PoolSummary} for the rest. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record QuestionPool(
        String technology,
        String level,
        int revision,
        @Millis @Nullable Instant publishedAt,
        boolean generating,
        @Nullable String failure,
        List<ExamQuestion> questions) {

    static QuestionPool of(PoolFold pool, Instant now) {
        return new QuestionPool(
                pool.technology(),
                pool.level(),
                pool.revision(),
                pool.publishedAt(),
                PoolSummary.isGenerating(pool.requestedAt(), now),
                pool.failure(),
                pool.questions());
    }
}
