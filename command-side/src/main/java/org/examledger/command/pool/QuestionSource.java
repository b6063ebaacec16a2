package org.examledger.command.pool;

import java.util.List;
import org.examledger.events.exam.ExamQuestion;

/** Where the questions of a pool come from. */
interface QuestionSource {
    /**
     * Brings the questions of a pool; may take a while.
     *
     * @throws NoQuestionsException when there are none that can be used
     */
    List<ExamQuestion> questionsOf(PoolTitle pool) throws NoQuestionsException;
}
