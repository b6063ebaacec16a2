package org.examledger.query.statistics;

import java.time.Duration;
import java.time.Instant;
import org.examledger.events.session.CloseScoring;
import org.examledger.query.responses.ScoredSession;

/** Which sessions say something about their exam: those that were begun and are scored from their answers. */
final class Counted {
    private Counted() {}

    static boolean counts(ScoredSession session, Instant now, Duration silence) {
        var row = session.row();
        var status = row.life().statusAt(now, silence);
        return row.life().startedAt() != null
                && row.closeScoring() != CloseScoring.ZERO
                && session.standing(status).score() != null;
    }
}
