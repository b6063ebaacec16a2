package org.examledger.query.history;

import java.util.List;
import java.util.UUID;
import org.examledger.events.StreamId;
import org.examledger.query.feed.AtLeast;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HistoryController {
    private static final int MOST = 100_000;
    private static final long FROM_THE_START = -1;

    private final StoredEvents log;
    private final Replies replies;

    HistoryController(StoredEvents log, Replies replies) {
        this.log = log;
        this.replies = replies;
    }

    @GetMapping("/api/v1/audit/sessions/{sessionId}/events")
    ResponseEntity<List<HistoryEntry>> events(
            @PathVariable UUID sessionId,
            @RequestParam(defaultValue = "" + FROM_THE_START) long after,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(required = false) @Nullable String atLeast) {
        if (limit < 1 || limit > MOST) {
            throw QueryProblem.invalid("limit", "must be from 1 to " + MOST);
        }
        // The head comes first: whatever the log holds up to there is among the rows that are read then.
        var head = headFrom(AtLeast.parse(atLeast));
        var stream = StreamId.ofSession(sessionId);
        var events = log.of(stream, after, limit);
        if (events.isEmpty() && log.of(stream, FROM_THE_START, 1).isEmpty()) {
            throw QueryProblem.notFound();
        }
        var entries = events.stream().map(HistoryEntry::of).toList();
        return replies.tagged(new Reading<>(entries, head), entries);
    }

    /** The log is never behind itself: a position it has not reached is not waited for. */
    private long headFrom(long wanted) {
        var head = log.head();
        if (head < wanted) {
            throw QueryProblem.notYetThere(wanted);
        }
        return head;
    }
}
