package org.examledger.service.log;

import org.examledger.query.feed.ProjectionStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether a projection of this process stands still. That is an alarm in the overall health and in no group: neither a
 * restart nor less traffic would help.
 */
@Component("readModels")
class ProjectionsHealth implements HealthIndicator {
    private final ObjectProvider<ProjectionStatus> status;

    ProjectionsHealth(ObjectProvider<ProjectionStatus> status) {
        this.status = status;
    }

    @Override
    public Health health() {
        return status.stream().allMatch(ProjectionStatus::isHealthy)
                ? Health.up().build()
                : Health.down().build();
    }
}
