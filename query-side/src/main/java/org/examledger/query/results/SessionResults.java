package org.examledger.query.results;

import java.time.Clock;
import java.util.List;
import org.examledger.query.QuerySettings;
import org.examledger.query.people.Names;
import org.examledger.query.people.People;
import org.examledger.query.responses.ScoredSession;
import org.springframework.stereotype.Component;

/** Gives scored sessions the status that they have now, and the names of their workers. */
@Component
class SessionResults {
    private final People people;
    private final QuerySettings settings;
    private final Clock clock;

    SessionResults(People people, QuerySettings settings, Clock clock) {
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    List<SessionResult> of(List<ScoredSession> sessions) {
        var now = clock.instant();
        var names =
                Names.of(people, sessions.stream().map(it -> it.row().person()).toList());
        return sessions.stream()
                .map(it -> SessionResult.of(it, names, now, settings.silence()))
                .toList();
    }
}
