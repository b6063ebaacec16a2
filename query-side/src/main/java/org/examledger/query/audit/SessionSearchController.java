package org.examledger.query.audit;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.examledger.query.QuerySettings;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.Paging;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.examledger.query.life.Sessions;
import org.examledger.query.people.Names;
import org.examledger.query.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionSearchController {
    private static final int MOST = 10_000;

    private final Readings readings;
    private final SessionSearch search;
    private final People people;
    private final Replies replies;
    private final QuerySettings settings;
    private final Clock clock;

    SessionSearchController(
            Readings readings,
            SessionSearch search,
            People people,
            Replies replies,
            QuerySettings settings,
            Clock clock) {
        this.readings = readings;
        this.search = search;
        this.people = people;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param title part of the exam's title
     * @param after id of the last session of the piece before
     */
    @GetMapping("/api/v1/audit/sessions")
    ResponseEntity<List<AuditedSession>> sessions(
            @RequestParam(required = false) @Nullable UUID sessionId,
            @RequestParam(required = false) @Nullable UUID examId,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String workerId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(required = false) @Nullable String atLeast) {
        Paging.checkLimit(limit, MOST);
        var person = workerId == null ? null : personOf(workerId);
        // What no database can hold is nobody's id, and in no title.
        var nobody = workerId != null && person == null || title != null && title.indexOf('\0') >= 0;
        var wanted = new SessionSearch.Wanted(
                sessionId,
                examId,
                title,
                person,
                from == null ? null : Times.told("from", from),
                to == null ? null : Times.told("to", to),
                after);
        var found = readings.read(
                List.of(Sessions.MODEL),
                atLeast,
                () -> nobody ? List.<SessionSearch.Found>of() : search.find(wanted, limit));
        var names = Names.of(
                people, found.value().stream().map(it -> it.row().person()).toList());
        var now = clock.instant();
        var sessions = found.value().stream()
                .map(it -> AuditedSession.of(it.row(), it.title(), names, now, settings.silence()))
                .toList();
        return replies.unstored(new Reading<>(sessions, found.position()));
    }

    private @Nullable String personOf(String workerId) {
        return workerId.indexOf('\0') < 0 ? people.knownPersonOf(workerId).orElse(null) : null;
    }
}
