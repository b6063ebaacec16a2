package org.examledger.endtoend.replay;

import java.util.List;
import org.examledger.endtoend.examlog.Click;
import org.examledger.endtoend.examlog.Click.AnswerGiven;

/** One request that carries one or several clicks. */
sealed interface Delivery {
    List<? extends Click> clicks();

    /** A click by itself. */
    record Single(Click click) implements Delivery {
        @Override
        public List<Click> clicks() {
            return List.of(click);
        }
    }

    /** Answers that travel together, stored all or none. */
    record Batch(List<AnswerGiven> clicks) implements Delivery {}
}
