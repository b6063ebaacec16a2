package org.examledger.query.responses;

import java.util.List;
import java.util.UUID;
import org.examledger.events.Actor;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.examledger.query.life.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ResultController {
    private final Readings readings;
    private final Results results;
    private final Replies replies;

    ResultController(Readings readings, Results results, Replies replies) {
        this.readings = readings;
        this.results = results;
        this.replies = replies;
    }

    @GetMapping("/api/v1/sessions/{sessionId}/result")
    ResponseEntity<Result> result(
            @PathVariable UUID sessionId,
            @RequestParam(required = false) @Nullable Integer attempt,
            @RequestParam(required = false) @Nullable String atLeast,
            Actor caller) {
        var found = read(sessionId, attempt, atLeast, caller);
        if (found.value().newest() > found.position()) {
            // Scores are a step behind the session: what they show may lack its last answer.
            found = read(sessionId, attempt, Long.toString(found.value().newest()), caller);
        }
        return replies.unstored(new Reading<>(found.value().result(), found.position()));
    }

    private Reading<Results.Found> read(
            UUID sessionId, @Nullable Integer attempt, @Nullable String atLeast, Actor caller) {
        return readings.read(
                List.of(Sessions.MODEL, Scores.MODEL),
                atLeast,
                () -> results.of(sessionId, attempt, caller).orElseThrow(QueryProblem::notFound));
    }
}
