package org.examledger.service.auditreads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody read the history of a session or an exam, or what belongs to the log as a whole.
 *
 * @param number grows with each read
 * @param person opaque id of who read
 * @param route the pattern of the route
 * @param correlationId of the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditRead(
        long number,
        Instant at,
        UUID person,
        String route,
        @Nullable UUID sessionId,
        @Nullable UUID examId,
        String correlationId) {}
