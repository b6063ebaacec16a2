package org.examledger.query.mysessions;

import java.time.Clock;
import java.util.List;
import org.examledger.events.Actor;
import org.examledger.query.QuerySettings;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.examledger.query.life.Sessions;
import org.examledger.query.responses.Scores;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MySessionsController {
    private static final List<String> MODELS = List.of(Sessions.MODEL, Scores.MODEL);

    private final Readings readings;
    private final MySessionRows rows;
    private final Replies replies;
    private final QuerySettings settings;
    private final Clock clock;

    MySessionsController(Readings readings, MySessionRows rows, Replies replies, QuerySettings settings, Clock clock) {
        this.readings = readings;
        this.rows = rows;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/api/v1/me/sessions")
    ResponseEntity<List<MySession>> mySessions(@RequestParam(required = false) @Nullable String atLeast, Actor caller) {
        var found = readings.read(MODELS, atLeast, () -> rows.of(caller.person()));
        var now = clock.instant();
        var sessions = found.value().stream()
                .map(line -> MySession.of(line, found.position(), now, settings.silence()))
                .toList();
        return replies.tagged(new Reading<>(sessions, found.position()), sessions);
    }
}
