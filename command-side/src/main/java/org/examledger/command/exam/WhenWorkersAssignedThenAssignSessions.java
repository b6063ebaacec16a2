package org.examledger.command.exam;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.examledger.command.handling.Commands;
import org.examledger.command.session.AssignSession;
import org.examledger.events.Actor;
import org.examledger.events.StreamId;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.NameBasedId;
import org.examledger.events.rules.OpeningTimes;
import org.examledger.events.session.Paper;
import org.examledger.events.session.Timing;

/**
 * Gives each worker of an exam his session. Works from the exam's own facts and is safe to repeat: a session that exists
 * is left as it is, so a repeat completes what a crash left.
 */
public final class WhenWorkersAssignedThenAssignSessions {
    /** So many at once keep the appender's batches full without crowding out the clicks of running exams. */
    private static final int AT_ONCE = 64;

    private final EventStore facts;
    private final Commands commands;

    public WhenWorkersAssignedThenAssignSessions(EventStore facts, Commands commands) {
        this.facts = facts;
        this.commands = commands;
    }

    /**
     * The workers of an exam, each of whom has his session.
     *
     * @param position of the newest row among the sessions' streams; 0 when there is no worker
     */
    public record Assigned(List<AssignedWorker> workers, long position) {}

    /** Assigns the sessions of all workers of an exam and returns once every one has his. */
    public Assigned complete(UUID examId, Actor actor) {
        ExamLocked exam = null;
        var workers = new ArrayList<AssignedWorker>();
        for (var events = facts.readEvents(StreamId.ofExam(examId)); events.hasNext(); ) {
            switch (events.next().getPayload()) {
                case ExamLocked locked -> exam = locked;
                case WorkersAssigned assigned -> workers.addAll(assigned.workers());
                default -> {}
            }
        }
        var position = assign(Objects.requireNonNull(exam, "a locked exam begins with ExamLocked"), workers, actor);
        return new Assigned(List.copyOf(workers), position);
    }

    private long assign(ExamLocked exam, List<AssignedWorker> workers, Actor actor) {
        var paper = Papers.of(exam);
        var places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var assignments = workers.stream()
                    .map(worker -> threads.submit(
                            limited(places, () -> commands.<Object>send(assignment(exam, paper, worker), actor))))
                    .toList();
            var position = 0L;
            for (var assignment : assignments) {
                position = Math.max(position, assignment.get().position());
            }
            return position;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sessions were assigned", interrupted);
        }
    }

    private static <T> Callable<T> limited(Semaphore places, Callable<T> work) {
        return () -> {
            places.acquire();
            try {
                return work.call();
            } finally {
                places.release();
            }
        };
    }

    private static AssignSession assignment(ExamLocked exam, Paper paper, AssignedWorker worker) {
        return new AssignSession(
                worker.sessionId(),
                exam.examId(),
                worker.person(),
                paper,
                timing(exam, worker),
                exam.passPercentage(),
                NameBasedId.ofFanOut(exam.examId(), worker.sessionId()));
    }

    private static Timing timing(ExamLocked exam, AssignedWorker worker) {
        var zone = ZoneId.of(exam.zone());
        Instant windowEndsAt = exam.windowEndsAt() == null ? null : OpeningTimes.ending(exam.windowEndsAt(), zone);
        return new Timing(
                OpeningTimes.opening(exam.opensAt(), zone),
                windowEndsAt,
                exam.zone(),
                60 * (exam.durationMinutes() + worker.extraMinutes()),
                exam.graceSeconds(),
                exam.timerPolicy(),
                exam.silentMayResume() ? null : false);
    }
}
