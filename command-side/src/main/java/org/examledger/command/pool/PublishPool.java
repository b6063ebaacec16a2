package org.examledger.command.pool;

import java.util.List;
import java.util.UUID;
import org.examledger.events.exam.ExamQuestion;
import org.jspecify.annotations.Nullable;

/**
 * Give a pool these questions instead of any it has.
 *
 * @param generationId the generation that brought them; absent when somebody publishes them by hand
 */
record PublishPool(
        PoolTitle title,
        List<ExamQuestion> questions,
        @Nullable UUID generationId,
        @Nullable UUID commandId) implements PoolCommand {}
