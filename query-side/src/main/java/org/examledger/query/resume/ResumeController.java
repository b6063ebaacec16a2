package org.examledger.query.resume;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.Actor;
import org.examledger.query.QuerySettings;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.Callers;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.examledger.query.life.SessionRow;
import org.examledger.query.life.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions/{sessionId}")
class ResumeController {
    private static final List<String> MODELS = List.of(Sessions.MODEL);

    private final Readings readings;
    private final Sessions sessions;
    private final ResumeRows rows;
    private final Replies replies;
    private final QuerySettings settings;
    private final Clock clock;

    ResumeController(
            Readings readings,
            Sessions sessions,
            ResumeRows rows,
            Replies replies,
            QuerySettings settings,
            Clock clock) {
        this.readings = readings;
        this.sessions = sessions;
        this.rows = rows;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/resume")
    ResponseEntity<ResumeState> resume(
            @PathVariable UUID sessionId, @RequestParam(required = false) @Nullable String atLeast, Actor caller) {
        var found = readings.read(MODELS, atLeast, () -> {
            var row = sessionOf(caller, sessionId);
            return new Found(row, rows.answers(sessionId, row.attempt()));
        });
        var position = found.position();
        var state = ResumeState.of(
                found.value().row(), found.value().answers(), clock.instant(), settings.silence(), position);
        return replies.tagged(new Reading<>(state, position), state.still());
    }

    @GetMapping("/status")
    ResponseEntity<StatusReply> status(
            @PathVariable UUID sessionId, @RequestParam(required = false) @Nullable String atLeast, Actor caller) {
        var found = readings.read(MODELS, atLeast, () -> sessionOf(caller, sessionId));
        var status = StatusReply.of(found.value(), clock.instant(), settings.silence());
        return replies.tagged(new Reading<>(status, found.position()), status.still());
    }

    private SessionRow sessionOf(Actor caller, UUID sessionId) {
        return sessions.find(sessionId)
                .filter(row -> Callers.maySee(caller, row.person()))
                .orElseThrow(QueryProblem::notFound);
    }

    private record Found(SessionRow row, Map<Integer, List<Integer>> answers) {}
}
