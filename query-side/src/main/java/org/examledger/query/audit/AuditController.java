package org.examledger.query.audit;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.examledger.query.QuerySettings;
import org.examledger.query.history.LogPositions;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.examledger.query.people.Names;
import org.examledger.query.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets an auditor go back to any moment of a session; answered from the log, not from read models. */
@RestController
@RequestMapping("/api/v1/audit/sessions/{sessionId}")
class AuditController {
    private final PastFacts facts;
    private final LogPositions positions;
    private final People people;
    private final Replies replies;
    private final QuerySettings settings;
    private final Clock clock;

    AuditController(
            PastFacts facts,
            LogPositions positions,
            People people,
            Replies replies,
            QuerySettings settings,
            Clock clock) {
        this.facts = facts;
        this.positions = positions;
        this.people = people;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/state")
    ResponseEntity<PastState> state(
            @PathVariable UUID sessionId,
            @RequestParam(required = false) @Nullable Long sequence,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String atLeast) {
        var head = positions.atLeast(atLeast);
        var past = Past.of(facts, sessionId, clock.instant());
        return replies.unstored(new Reading<>(state(past, sequence, at), head));
    }

    /** What changed after one of the session's facts up to another, or up to now. */
    @GetMapping("/difference")
    ResponseEntity<Difference> difference(
            @PathVariable UUID sessionId,
            @RequestParam long from,
            @RequestParam(required = false) @Nullable Long to,
            @RequestParam(required = false) @Nullable String atLeast) {
        var head = positions.atLeast(atLeast);
        var past = Past.of(facts, sessionId, clock.instant());
        var until = to == null ? past : past.after(to);
        if (from > until.newest().sequence()) {
            throw QueryProblem.invalid("from", "must not be after to");
        }
        var difference = Difference.between(
                PastState.of(past.after(from), settings.silence()), PastState.of(until, settings.silence()));
        return replies.unstored(new Reading<>(difference, head));
    }

    @GetMapping("/timeline")
    ResponseEntity<List<TimelineEntry>> timeline(
            @PathVariable UUID sessionId, @RequestParam(required = false) @Nullable String atLeast) {
        var head = positions.atLeast(atLeast);
        var past = Past.of(facts, sessionId, clock.instant());
        var actors = past.session().stream()
                .map(it -> it.actor().person())
                .distinct()
                .toList();
        return replies.unstored(new Reading<>(Timeline.of(past, Names.of(people, actors)), head));
    }

    /** What its worker was asked, one paper an attempt, without the key. */
    @GetMapping("/papers")
    ResponseEntity<List<ShownPaper>> papers(
            @PathVariable UUID sessionId, @RequestParam(required = false) @Nullable String atLeast) {
        var head = positions.atLeast(atLeast);
        var past = Past.of(facts, sessionId, clock.instant());
        return replies.unstored(new Reading<>(ShownPaper.of(past), head));
    }

    /** The session in the words of xAPI, for a learning record store. */
    @GetMapping("/xapi")
    ResponseEntity<List<XapiStatement>> xapi(
            @PathVariable UUID sessionId, @RequestParam(required = false) @Nullable String atLeast) {
        var head = positions.atLeast(atLeast);
        var past = Past.of(facts, sessionId, clock.instant());
        return replies.unstored(new Reading<>(XapiStatements.of(past, settings.silence()), head));
    }

    private PastState state(Past past, @Nullable Long sequence, @Nullable String at) {
        if (sequence != null && at != null) {
            throw QueryProblem.invalid("at", "a moment is either a sequence or a time");
        }
        if (sequence != null) {
            return PastState.of(past.after(sequence), settings.silence());
        }
        return PastState.of(at == null ? past : past.at(Times.told("at", at)), settings.silence());
    }
}
