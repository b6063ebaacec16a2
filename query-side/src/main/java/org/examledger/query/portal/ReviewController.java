package org.examledger.query.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.examledger.events.Actor;
import org.examledger.events.StreamId;
import org.examledger.query.QuerySettings;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Replies;
import org.examledger.query.life.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page between answering and handing in. */
@RestController
class ReviewController {
    private static final List<String> MODELS = List.of(Sessions.MODEL, "paper");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** Nothing runs in it, and its form goes nowhere else. */
    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; " + "frame-ancestors 'none'";

    private final Readings readings;
    private final Sessions sessions;
    private final ReviewRows rows;
    private final NewestFacts facts;
    private final FormToken token;
    private final QuerySettings settings;
    private final Clock clock;

    ReviewController(
            Readings readings,
            Sessions sessions,
            ReviewRows rows,
            NewestFacts facts,
            FormToken token,
            QuerySettings settings,
            Clock clock) {
        this.readings = readings;
        this.sessions = sessions;
        this.rows = rows;
        this.facts = facts;
        this.token = token;
        this.settings = settings;
        this.clock = clock;
    }

    /** Shows what was saved until now, also when another process saved it a moment ago. */
    @GetMapping("/CMP/ExamSummary")
    ResponseEntity<String> examSummary(
            @RequestParam(required = false) @Nullable String id, Actor caller, HttpServletRequest request) {
        var session = PortalSession.of(id).orElseThrow(QueryProblem::notFound);
        var newest = facts.positionOf(StreamId.ofSession(session.id()));
        if (newest.isEmpty()) {
            throw QueryProblem.notFound();
        }
        var found = readings.read(MODELS, Long.toString(newest.getAsLong()), () -> reviewOf(session, caller));
        var review = found.value();
        if (review.leadsTo() != null) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create(review.leadsTo()))
                    .build();
        }
        var page = new ReviewPage(
                ReviewWords.of(request.getLocales()), token.of(request).orElse(null));
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Content-Security-Policy", CONTENT)
                .header(Replies.READ_POSITION, Long.toString(found.position()))
                .body(page.of(review));
    }

    private Review reviewOf(PortalSession session, Actor caller) {
        var row = sessions.find(session.id())
                .filter(it -> it.person().equals(caller.person()))
                .orElseThrow(QueryProblem::notFound);
        var status = row.life().statusAt(clock.instant(), settings.silence());
        if (row.life().startedAt() == null) {
            return Review.elsewhere(session.number(), "/CMP/Assessment");
        }
        return status.isEnd()
                ? Review.elsewhere(session.number(), "/CMP/Results/" + session.number())
                : rows.of(session, row);
    }
}
