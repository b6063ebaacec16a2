package org.examledger.endtoend.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.examledger.endtoend.examlog.Click;
import org.examledger.endtoend.examlog.StudentLog;

/** What one student sent and what the service said about it; filled from several threads. */
final class Sitting {
    private final StudentLog log;
    private final String sessionId;
    private final List<Click> clicks;
    private final Map<Long, List<String>> acknowledged = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> troubles = new ConcurrentLinkedQueue<>();
    private volatile long epoch;
    private volatile boolean submitted;
    private volatile boolean gaveUp;

    Sitting(StudentLog log, String sessionId) {
        this.log = log;
        this.sessionId = sessionId;
        this.clicks = Click.of(log);
    }

    StudentLog log() {
        return log;
    }

    String student() {
        return log.student();
    }

    String workerId() {
        return "worker-" + log.student();
    }

    String sessionId() {
        return sessionId;
    }

    List<Click> clicks() {
        return clicks;
    }

    long epoch() {
        return epoch;
    }

    boolean submitted() {
        return submitted;
    }

    void started(long newEpoch) {
        epoch = newEpoch;
    }

    void acknowledge(long clientSeq, String outcome) {
        acknowledged.compute(clientSeq, (seq, before) -> {
            var outcomes = before == null ? new ArrayList<String>() : before;
            outcomes.add(outcome);
            return outcomes;
        });
    }

    void submitAcknowledged() {
        submitted = true;
    }

    boolean gaveUp() {
        return gaveUp;
    }

    /** No more is sent: the service is gone for longer than the client waits. */
    void giveUp(String what) {
        gaveUp = true;
        trouble(what);
    }

    void trouble(String what) {
        troubles.add(what);
    }

    /** Outcomes by client sequence, in the order they came. */
    Map<Long, List<String>> acknowledged() {
        return new TreeMap<>(acknowledged);
    }

    List<String> troubles() {
        return List.copyOf(troubles);
    }
}
