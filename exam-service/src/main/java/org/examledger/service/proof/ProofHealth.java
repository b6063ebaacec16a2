package org.examledger.service.proof;

import org.examledger.query.proof.ProofStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether this process could sign the log. That is an alarm in the overall health and in no group: neither a restart nor
 * less traffic would help.
 */
@Component("logProof")
class ProofHealth implements HealthIndicator {
    private final ObjectProvider<ProofStatus> status;

    ProofHealth(ObjectProvider<ProofStatus> status) {
        this.status = status;
    }

    @Override
    public Health health() {
        return status.stream()
                .flatMap(it -> it.alarm().stream())
                .findFirst()
                .map(why -> Health.down().withDetail("reason", why))
                .orElseGet(Health::up)
                .build();
    }
}
