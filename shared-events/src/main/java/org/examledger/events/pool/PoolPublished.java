package org.examledger.events.pool;

import java.util.List;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.examledger.events.exam.ExamQuestion;
import org.jspecify.annotations.Nullable;

/**
 * A pool got these questions, instead of any it had.
 *
 * @param revision 1 for the first
 * @param generationId the generation that brought them; absent when somebody published them by hand
 */
@Remembered(name = "PoolPublished")
public record PoolPublished(
        String technology,
        String level,
        int revision,
        List<ExamQuestion> questions,
        @Nullable UUID generationId,
        @Nullable UUID commandId)
        implements PoolFact {
    public PoolPublished {
        questions = List.copyOf(questions);
    }
}
