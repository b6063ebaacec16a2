package org.examledger.query.history;

import org.examledger.query.feed.AtLeast;
import org.examledger.query.http.QueryProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the log ends. It is never behind itself, so a position that it has not reached is not waited for. */
@Component
public class LogPositions {
    private final StoredEvents log;

    LogPositions(StoredEvents log) {
        this.log = log;
    }

    /** The log's end; a problem when the caller wants to see more. */
    public long atLeast(@Nullable String wanted) {
        var position = AtLeast.parse(wanted);
        var head = log.head();
        if (head < position) {
            throw QueryProblem.notYetThere(position);
        }
        return head;
    }
}
