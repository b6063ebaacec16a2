package org.examledger.command.pool;

import java.util.List;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.rules.PoolName;

/** What the pools hold right now. */
public interface PoolsAtHand {
    /** The questions of a pool as they were published last; none when nothing ever was. */
    List<ExamQuestion> questionsOf(PoolName pool);
}
