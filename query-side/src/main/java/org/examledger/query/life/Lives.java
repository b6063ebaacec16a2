package org.examledger.query.life;

import java.time.Instant;
import org.examledger.events.rules.SessionLife;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.Visibility;
import org.jspecify.annotations.Nullable;

/** How the instants of a session's life move. */
final class Lives {
    private Lives() {}

    static SessionLife started(SessionLife life, Instant at, Instant deadline) {
        return running(life, at, deadline, at, Visibility.VISIBLE);
    }

    static SessionLife resumed(SessionLife life, Instant at) {
        return running(life, life.startedAt(), life.deadline(), at, Visibility.VISIBLE);
    }

    static SessionLife seen(SessionLife life, Instant at, Visibility visibility) {
        return running(life, life.startedAt(), life.deadline(), at, visibility);
    }

    private static SessionLife running(
            SessionLife life,
            @Nullable Instant startedAt,
            @Nullable Instant deadline,
            Instant lastSignOfLife,
            Visibility visibility) {
        return new SessionLife(
                life.opensAt(),
                life.windowEndsAt(),
                life.allowedSeconds(),
                life.graceSeconds(),
                startedAt,
                deadline,
                lastSignOfLife,
                visibility,
                life.ended(),
                life.endedAt());
    }

    static SessionLife ended(SessionLife life, SessionStatus end, Instant at) {
        return new SessionLife(
                life.opensAt(),
                life.windowEndsAt(),
                life.allowedSeconds(),
                life.graceSeconds(),
                life.startedAt(),
                life.deadline(),
                life.lastSignOfLife(),
                life.visibility(),
                end,
                at);
    }
}
