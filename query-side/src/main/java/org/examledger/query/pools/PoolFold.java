package org.examledger.query.pools;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.pool.PoolFact;
import org.examledger.events.pool.PoolGenerationFailed;
import org.examledger.events.pool.PoolGenerationRequested;
import org.examledger.events.pool.PoolPublished;
import org.examledger.query.feed.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * A pool while facts are folded into it.
 *
 * @param pool the name by which it is found
 * @param generation the one that has no result yet
 * @param failure of the last generation, when it failed
 */
record PoolFold(
        String pool,
        String technology,
        String level,
        int revision,
        @Nullable Instant publishedAt,
        List<ExamQuestion> questions,
        @Nullable UUID generation,
        @Nullable Instant requestedAt,
        @Nullable String failure,
        long position) {

    static PoolFold of(String pool) {
        return new PoolFold(pool, "", "", 0, null, List.of(), null, null, null, 0);
    }

    PoolFold after(PoolFact fact, Recorded row) {
        return switch (fact) {
            case PoolGenerationRequested it -> requested(it, row);
            case PoolPublished it -> published(it, row);
            case PoolGenerationFailed it -> it.generationId().equals(generation) ? failed(it.reason(), row) : at(row);
        };
    }

    private PoolFold requested(PoolGenerationRequested it, Recorded row) {
        return new PoolFold(
                pool,
                it.technology(),
                it.level(),
                revision,
                publishedAt,
                questions,
                it.generationId(),
                row.at(),
                null,
                row.position());
    }

    /** The result of a generation ends it; what was published by hand meanwhile does not. */
    private PoolFold published(PoolPublished it, Recorded row) {
        var isResult = generation != null && generation.equals(it.generationId());
        return new PoolFold(
                pool,
                it.technology(),
                it.level(),
                it.revision(),
                it.revision() == revision ? publishedAt : row.at(),
                it.questions(),
                isResult ? null : generation,
                isResult ? null : requestedAt,
                isResult ? null : failure,
                row.position());
    }

    private PoolFold failed(String reason, Recorded row) {
        return new PoolFold(
                pool, technology, level, revision, publishedAt, questions, null, null, reason, row.position());
    }

    private PoolFold at(Recorded row) {
        return new PoolFold(
                pool,
                technology,
                level,
                revision,
                publishedAt,
                questions,
                generation,
                requestedAt,
                failure,
                row.position());
    }
}
