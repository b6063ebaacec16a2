package org.examledger.command.exam;

import java.util.ArrayList;
import java.util.List;
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
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.NameBasedId;

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
        var assignments = new ArrayList<AssignSession>();
        var exam = new ExamState();
        for (var events = facts.readEvents(StreamId.ofExam(examId)); events.hasNext(); ) {
            var fact = (ExamFact) events.next().getPayload();
            exam.evolve(fact);
            if (fact instanceof WorkersAssigned assigned) {
                assigned.workers().forEach(worker -> assignments.add(assignment(exam, worker)));
            }
        }
        return new Assigned(List.copyOf(exam.workers()), assign(assignments, actor));
    }

    private long assign(List<AssignSession> wanted, Actor actor) {
        var places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var assignments = wanted.stream()
                    .map(it -> threads.submit(limited(places, () -> commands.<Object>send(it, actor))))
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

    /** The times are those of the moment at which the worker was put on the exam; what came later follows by itself. */
    private static AssignSession assignment(ExamState exam, AssignedWorker worker) {
        return new AssignSession(
                worker.sessionId(),
                exam.locked().examId(),
                worker.person(),
                exam.paper(worker.person(), 1),
                exam.timing(worker.person()),
                exam.passPercentage(),
                NameBasedId.ofFanOut(exam.locked().examId(), worker.sessionId()));
    }
}
