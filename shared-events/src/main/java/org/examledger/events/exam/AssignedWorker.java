package org.examledger.events.exam;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A worker on an exam.
 *
 * @param person opaque person id (R13)
 * @param sessionId UUIDv5 of exam and worker, or of the portal's number
 * @param extraMinutes added to the exam's duration for this person, 0 or more
 * @param portalSessionId the number under which the portal's page knows the session; absent = it does not
 */
public record AssignedWorker(
        String person,
        UUID sessionId,
        int extraMinutes,
        @Nullable Integer portalSessionId) {
    public AssignedWorker(String person, UUID sessionId, int extraMinutes) {
        this(person, sessionId, extraMinutes, null);
    }
}
