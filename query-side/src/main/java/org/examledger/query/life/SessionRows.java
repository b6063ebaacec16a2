package org.examledger.query.life;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionFact;
import org.examledger.query.feed.Recorded;

/** The rows of the sessions in a batch, while the batch is folded into them. */
final class SessionRows {
    private final Map<UUID, SessionRow> rows = new HashMap<>();
    private final Map<UUID, SessionRow> changed = new LinkedHashMap<>();

    SessionRows(Collection<SessionRow> stored) {
        stored.forEach(row -> rows.put(row.sessionId(), row));
    }

    /**
     * Folds a fact into its session's row.
     *
     * @return false when the row has it already
     */
    boolean take(Recorded recorded, SessionFact fact) {
        var sessionId = recorded.id();
        var row = rows.get(sessionId);
        if (row != null && recorded.position() <= row.position()) {
            return false;
        }
        var next = row == null ? first(recorded, fact) : row.after(fact, recorded.at(), recorded.position());
        rows.put(sessionId, next);
        changed.put(sessionId, next);
        return true;
    }

    private static SessionRow first(Recorded recorded, SessionFact fact) {
        if (fact instanceof SessionAssigned assigned) {
            return SessionRow.of(recorded.id(), assigned, recorded.position());
        }
        throw new IllegalStateException("The stream " + recorded.stream() + " does not begin with its assignment");
    }

    /** A session's row as it is now; a session that was just assigned has one too. */
    SessionRow of(UUID sessionId) {
        return find(sessionId).orElseThrow(() -> new IllegalStateException("There is no row of session " + sessionId));
    }

    Optional<SessionRow> find(UUID sessionId) {
        return Optional.ofNullable(rows.get(sessionId));
    }

    /** Counts an answer that a session's row was told of already. */
    void answered(SessionRow row, int more) {
        if (more != 0) {
            var counted = row.answered(row.answered() + more);
            rows.put(row.sessionId(), counted);
            changed.put(row.sessionId(), counted);
        }
    }

    Collection<SessionRow> changed() {
        return changed.values();
    }
}
