package org.examledger.command.exam;

import java.util.List;
import java.util.UUID;
import org.examledger.events.exam.AssignedWorker;

/**
 * Gives each worker of an exam his session. Works from the exam's own facts and is safe to repeat: a session that exists
 * is left as it is, so a repeat completes what a crash left.
 */
public final class WhenWorkersAssignedThenAssignSessions {
    private final FanOuts fanOuts;
    private final Exams exams;
    private final ExamsInLog log;

    WhenWorkersAssignedThenAssignSessions(FanOuts fanOuts, Exams exams, ExamsInLog log) {
        this.fanOuts = fanOuts;
        this.exams = exams;
        this.log = log;
    }

    /**
     * The workers of an exam, each of whom has his session.
     *
     * @param position a reader who has got there has seen all sessions
     */
    public record Assigned(List<AssignedWorker> workers, long position) {}

    /** Assigns the sessions of all workers of an exam and returns once every one has his. */
    public Assigned complete(UUID examId) {
        fanOuts.complete(examId);
        var workers =
                exams.current(examId).map(ExamState::workers).map(List::copyOf).orElse(List.of());
        return new Assigned(workers, log.lastPosition());
    }
}
