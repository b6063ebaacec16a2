package org.examledger.query.history;

import java.util.List;
import java.util.UUID;
import org.examledger.events.StreamId;
import org.examledger.query.http.Paging;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.examledger.query.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HistoryController {
    private static final int MOST = 100_000;
    private static final int MOST_ACTIONS = 10_000;
    private static final long FROM_THE_START = -1;

    private final StoredEvents log;
    private final LogPositions positions;
    private final People people;
    private final Replies replies;

    HistoryController(StoredEvents log, LogPositions positions, People people, Replies replies) {
        this.log = log;
        this.positions = positions;
        this.people = people;
        this.replies = replies;
    }

    @GetMapping("/api/v1/audit/sessions/{sessionId}/events")
    ResponseEntity<List<HistoryEntry>> eventsOfSession(
            @PathVariable UUID sessionId,
            @RequestParam(defaultValue = "" + FROM_THE_START) long after,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(required = false) @Nullable String atLeast) {
        return eventsOf(StreamId.ofSession(sessionId), after, limit, atLeast);
    }

    /** What happened to the exam itself; what it led to in its sessions is in theirs. */
    @GetMapping("/api/v1/audit/exams/{examId}/events")
    ResponseEntity<List<HistoryEntry>> eventsOfExam(
            @PathVariable UUID examId,
            @RequestParam(defaultValue = "" + FROM_THE_START) long after,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(required = false) @Nullable String atLeast) {
        return eventsOf(StreamId.ofExam(examId), after, limit, atLeast);
    }

    private ResponseEntity<List<HistoryEntry>> eventsOf(
            String stream, long after, int limit, @Nullable String atLeast) {
        Paging.checkLimit(limit, MOST);
        // The head comes first: whatever the log holds up to there is among the rows that are read then.
        var head = positions.atLeast(atLeast);
        var events = log.of(stream, after, limit);
        if (events.isEmpty() && log.of(stream, FROM_THE_START, 1).isEmpty()) {
            throw QueryProblem.notFound();
        }
        var entries = events.stream().map(HistoryEntry::of).toList();
        return replies.tagged(new Reading<>(entries, head), entries);
    }

    /**
     * What a person did, wherever; somebody who was erased is asked for by his opaque id. A piece ends early where its rows
     * are large: who wants all asks on after the last position until nothing comes.
     *
     * @param id as the identity provider knows him, or opaque
     * @param after position, exclusive
     */
    @GetMapping("/api/v1/audit/people/{id}/actions")
    ResponseEntity<List<ActionEntry>> actions(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(required = false) @Nullable String atLeast) {
        Paging.checkLimit(limit, MOST_ACTIONS);
        var head = positions.atLeast(atLeast);
        var person = people.knownPersonOf(id).orElse(id);
        var actions = log.by(person, after, limit).stream().map(ActionEntry::of).toList();
        return replies.tagged(new Reading<>(actions, head), actions);
    }
}
