package org.examledger.query.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.examledger.events.Actor;
import org.examledger.query.QuerySettings;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.examledger.query.life.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether the exam is over, and where the worker goes then. */
@RestController
@RequestMapping("/CMP")
class StatusController {
    private static final List<String> MODELS = List.of(Sessions.MODEL);

    private final Readings readings;
    private final Sessions sessions;
    private final Replies replies;
    private final QuerySettings settings;
    private final Clock clock;

    StatusController(Readings readings, Sessions sessions, Replies replies, QuerySettings settings, Clock clock) {
        this.readings = readings;
        this.sessions = sessions;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
    }

    record StatusBody(
            boolean closed,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String redirectUrl) {
        /** Somebody else's session and an unknown one look the same (R6). */
        static final StatusBody NOT_YOURS = new StatusBody(false, null);
    }

    /** The page asks each ten seconds, so this is one row by its key. */
    @GetMapping("/CheckExamStatus")
    ResponseEntity<StatusBody> checkExamStatus(
            @RequestParam(required = false) @Nullable String sessionId, Actor caller) {
        var session = PortalSession.of(sessionId);
        var found = readings.read(MODELS, null, () -> session.flatMap(it -> sessions.find(it.id())));
        var status = found.value()
                .filter(row -> row.person().equals(caller.person()))
                .map(row ->
                        row.life().statusAt(clock.instant(), settings.silence()).isEnd())
                .map(closed -> new StatusBody(
                        closed, closed ? "/CMP/Results/" + session.orElseThrow().number() : ""))
                .orElse(StatusBody.NOT_YOURS);
        return replies.unstored(new Reading<>(status, found.position()));
    }

    @GetMapping("/Results/{number}")
    ResponseEntity<Void> results(@PathVariable String number) {
        var session = PortalSession.of(number).orElseThrow(QueryProblem::notFound);
        return redirect("/exam/results/" + session.id());
    }

    @GetMapping("/Assessment")
    ResponseEntity<Void> assessment() {
        return redirect("/exam/");
    }

    private static ResponseEntity<Void> redirect(String to) {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(to)).build();
    }
}
