package org.examledger.query.responses;

/** Which facts, key and rules a score comes from (R14). */
public record ComputedFrom(long position, int keyVersion, int ruleVersion) {
    static ComputedFrom of(Score score) {
        return new ComputedFrom(score.position(), score.keyVersion(), score.ruleVersion());
    }
}
