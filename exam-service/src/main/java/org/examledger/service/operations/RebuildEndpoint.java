package org.examledger.service.operations;

import java.util.List;
import org.examledger.query.feed.Projections;
import org.examledger.query.feed.RebuildProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Has read models rebuilt, and says how far that is. In a process that answers queries only. */
@Component
@Endpoint(id = "rebuild")
@ConditionalOnExpression("'${exam.role:all}' != 'command'")
class RebuildEndpoint {
    private final Projections projections;
    private final RebuildProgress progress;

    RebuildEndpoint(Projections projections, RebuildProgress progress) {
        this.projections = projections;
        this.progress = progress;
    }

    @ReadOperation
    List<RebuildProgress.Line> progress() {
        return progress.lines();
    }

    /**
     * Comes back at once.
     *
     * @param model absent = all of them
     */
    @WriteOperation
    WebEndpointResponse<List<RebuildProgress.Line>> rebuild(@Nullable String model) {
        try {
            if (model == null) {
                projections.rebuildAll();
            } else {
                projections.rebuild(model);
            }
        } catch (IllegalArgumentException unknown) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        return new WebEndpointResponse<>(progress.lines(), HttpStatus.ACCEPTED.value());
    }
}
