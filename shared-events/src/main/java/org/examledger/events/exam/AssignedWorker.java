package org.examledger.events.exam;

import java.util.UUID;

/**
 * A worker on an exam.
 *
 * @param person opaque person id (R13)
 * @param sessionId UUIDv5 of exam and worker
 * @param extraMinutes added to the exam's duration for this person, 0 or more
 */
public record AssignedWorker(String person, UUID sessionId, int extraMinutes) {}
