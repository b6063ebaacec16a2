package org.examledger.endtoend.client;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;

/** Reply to {@code lock}: the exam and a session for each worker. */
public record LockedExam(String examId, long position, List<Session> sessions) {

    /** Session ids by worker id. */
    public Map<String, String> sessionsByWorker() {
        return sessions.stream().collect(toMap(Session::workerId, Session::sessionId));
    }

    /** One worker's session. */
    public record Session(String sessionId, String workerId) {}
}
