package org.examledger.query.responses;

import java.util.UUID;

/** The score that an attempt had by an earlier version of the key (R14). */
record PreviousScore(
        UUID sessionId, int attempt, int keyVersion, long score, long maximum, int ruleVersion, long position) {

    static PreviousScore of(Score score, long shown) {
        return new PreviousScore(
                score.sessionId(),
                score.attempt(),
                score.keyVersion(),
                shown,
                score.maximum(),
                score.ruleVersion(),
                score.position());
    }
}
